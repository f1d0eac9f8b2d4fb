package chat.salon.web.http;

/// What programs call themselves.
final class Agents {
  private static final int LONGEST = 200;

  private Agents() {}

  /// As it is kept: printable ASCII, and not too long.
  static String shortened(String agent) {
    var plain = agent.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }
}
