package chat.salon.core;

import java.util.regex.Pattern;

/// What people write behind the name of who is to be banned: a duration, a reason, both or nothing.
/// Pure.
///
/// @param duration empty for none
/// @param reason empty for none
public record BanWords(String duration, String reason) {
  // What begins like a duration is never taken for a reason: a slip would ban for good.
  private static final Pattern LIKE_DURATION = Pattern.compile("[+-]?[0-9][0-9A-Za-z.,]*");

  /// Takes them apart.
  public static BanWords of(String words) {
    int space = words.indexOf(' ');
    var first = space < 0 ? words : words.substring(0, space);
    return LIKE_DURATION.matcher(first).matches()
        ? new BanWords(first, space < 0 ? "" : words.substring(space).strip())
        : new BanWords("", words);
  }
}
