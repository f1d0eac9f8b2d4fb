package chat.salon.irc;

import java.net.URI;
import java.util.Locale;

/// A service outside of Salon to which people show who they are (IRCv3 draft/authtoken). In the
/// configuration `NAME ADDRESS DESCRIPTION`.
///
/// @param name as clients ask for it; the same in any case
/// @param url where it is
public record TokenService(String name, String url, String description) {
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_URL = 200;
  private static final int LONGEST_DESCRIPTION = 100;

  /// Reads one.
  ///
  /// @throws IllegalArgumentException what it must be
  public static TokenService parse(String text) {
    var words = text.strip().split(" +", 3);
    if (words.length < 2 || !isName(words[0]) || !isAddress(words[1])) {
      throw new IllegalArgumentException(
          "it must be a name, an address and a description:"
              + " \"example.com/quotes https://quotes.example.com What was said best\"");
    }
    var description = words.length < 3 ? "" : words[2];
    if (description.length() > LONGEST_DESCRIPTION
        || description.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new IllegalArgumentException(
          "its description has at most " + LONGEST_DESCRIPTION + " characters, none of control");
    }
    return new TokenService(words[0], words[1], description);
  }

  /// The name as it is compared and kept.
  String key() {
    return name.toLowerCase(Locale.ROOT);
  }

  private static boolean isName(String text) {
    return text.length() <= LONGEST_NAME && text.matches("[A-Za-z0-9][A-Za-z0-9./_-]*");
  }

  private static boolean isAddress(String text) {
    try {
      return text.length() <= LONGEST_URL && URI.create(text).getHost() != null;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  @Override
  public String toString() {
    return description.isEmpty() ? name + ' ' + url : name + ' ' + url + ' ' + description;
  }
}
