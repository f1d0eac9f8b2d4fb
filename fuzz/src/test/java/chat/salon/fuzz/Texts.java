package chat.salon.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/// Bytes as text for what takes text.
public final class Texts {
  private Texts() {}

  /// As UTF-8; what is none becomes a half of a surrogate pair, so that the fuzzer can make those.
  public static String of(byte[] input) {
    return new String(input, UTF_8).replace('\uFFFD', '\uD83D');
  }

  /// The parts between separators; there is at least one.
  public static List<String> parts(byte[] input, String separator) {
    return List.of(of(input).split(separator, -1));
  }

  /// What comes before the first line end, and what comes after it.
  public static String[] two(byte[] input) {
    var text = of(input);
    int end = text.indexOf('\n');
    return end < 0
        ? new String[] {text, ""}
        : new String[] {text.substring(0, end), text.substring(end + 1)};
  }
}
