package chat.salon.irc.channel;

import java.util.Arrays;
import java.util.List;

/// Lists in a parameter: words with commas between them. Pure.
final class CommaList {
  private CommaList() {}

  /// The words, each once, in order; none for an empty text.
  static List<String> of(String text) {
    if (!text.isEmpty() && text.indexOf(',') < 0) {
      return List.of(text);
    }
    return Arrays.stream(text.split(",")).filter(word -> !word.isEmpty()).distinct().toList();
  }

  /// All of them in their places: `a,,b` has an empty one in the middle.
  static List<String> inPlace(String text) {
    return List.of(text.split(",", -1));
  }
}
