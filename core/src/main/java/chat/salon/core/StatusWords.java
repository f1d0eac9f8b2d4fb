package chat.salon.core;

import org.jspecify.annotations.Nullable;

/// What people write when they say what they are doing: a duration, if they want one, and the text.
/// Pure.
///
/// @param duration one that [WrittenDuration] reads; null for none
/// @param text empty when there is none
public record StatusWords(@Nullable String duration, String text) {
  /// Takes them apart.
  public static StatusWords of(String words) {
    int space = words.indexOf(' ');
    var first = space < 0 ? words : words.substring(0, space);
    return WrittenDuration.parse(first).isPresent()
        ? new StatusWords(first, space < 0 ? "" : words.substring(space).strip())
        : new StatusWords(null, words);
  }
}
