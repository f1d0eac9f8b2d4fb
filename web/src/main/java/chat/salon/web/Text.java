package chat.salon.web;

/// A sentence in every language of the server.
public record Text(String french, String english) {
  /// As somebody reads it.
  public String in(Language language) {
    return switch (language) {
      case FRENCH -> french;
      case ENGLISH -> english;
    };
  }
}
