package chat.salon.core;

import java.util.regex.Pattern;

/// The beginning of a text on one line, without the formatting of IRC. Pure.
public final class Excerpt {
  private static final Pattern COLOURS = Pattern.compile("\u0003([0-9]{1,2}(,[0-9]{1,2})?)?");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  private Excerpt() {}

  /// @param most characters of it
  public static String of(String text, int most) {
    var plain = COLOURS.matcher(text).replaceAll("");
    plain = SPACE.matcher(plain).replaceAll(" ");
    plain = CONTROL.matcher(plain).replaceAll("").strip();
    return plain.codePointCount(0, plain.length()) <= most
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, most)).stripTrailing() + '…';
  }
}
