package chat.salon.irc.query;

import java.util.Optional;

/// Which fields an extended WHO asks for: `%tcnf,42` (IRCv3 WHOX).
///
/// @param letters of the fields, in any order; unknown ones ask for nothing
/// @param token that each answer bears; `0` for none
record WhoFields(String letters, String token) {
  /// The fields in the order in which they are answered.
  static final String ORDER = "tcuihsnfdlaor";

  private static final int LONGEST_TOKEN = 3;

  /// The fields after the `%`; empty when there is none.
  static Optional<WhoFields> parse(String text) {
    int percent = text.indexOf('%');
    if (percent < 0) {
      return Optional.empty();
    }
    int comma = text.indexOf(',', percent);
    var letters = text.substring(percent + 1, comma < 0 ? text.length() : comma);
    var token = comma < 0 ? "" : text.substring(comma + 1);
    boolean isToken =
        !token.isEmpty()
            && token.length() <= LONGEST_TOKEN
            && token.chars().allMatch(c -> c >= '0' && c <= '9');
    return Optional.of(new WhoFields(letters, isToken ? token : "0"));
  }

  boolean has(char field) {
    return letters.indexOf(field) >= 0;
  }
}
