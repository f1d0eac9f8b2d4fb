package chat.salon.fuzz;

import chat.salon.core.Glob;
import chat.salon.core.Mask;
import chat.salon.wire.Line;

/// Patterns, `pattern LF text`: the same answer as a matcher that is slow and plainly right; masks
/// are of their length and can be shown on a line.
public final class GlobTarget {
  private static final int LONGEST_MASK = 256;
  private static final int MOST_CELLS = 250_000;

  private GlobTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    var two = Texts.two(input);
    matches(two[0], two[1]);
    mask(two[0], two[1]);
  }

  private static void matches(String pattern, String text) {
    boolean matches = Glob.matches(pattern, text);
    if ((long) pattern.length() * text.length() < MOST_CELLS) {
      Check.same(reference(pattern, text), matches, "match of " + pattern + " and " + text);
    }
  }

  private static void mask(String pattern, String text) {
    var mask = Mask.of(pattern);
    var shown = mask.pattern();
    Check.that(shown.length() <= LONGEST_MASK, "too long");
    Check.that(mask.isSameAs(new Mask(upper(shown))), "another in capitals");
    if (Check.isWhole(pattern)) Check.that(Check.isWhole(shown), "cuts a character");
    if (Mask.isMask(pattern)) {
      Check.same(shown, Line.word(shown), "a parameter");
      Check.same(shown, Mask.of(shown).pattern(), "mask of a mask");
      Check.that(Mask.isMask(shown), "no mask as it is shown");
    }
    matches(shown, text);
  }

  // ASCII letters, as IRC folds them.
  private static String upper(String text) {
    var upper = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      int letter = "abcdefghijklmnopqrstuvwxyz".indexOf(text.charAt(i));
      if (letter >= 0) upper.setCharAt(i, "ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(letter));
    }
    return upper.toString();
  }

  /// Which beginnings of the text each beginning of the pattern matches, one row after the other.
  static boolean reference(String pattern, String text) {
    var chars = upper(text).toCharArray();
    var row = new boolean[chars.length + 1];
    row[0] = true;
    for (char p : upper(pattern).toCharArray()) {
      var next = new boolean[row.length];
      next[0] = p == '*' && row[0];
      for (int t = 1; t < row.length; t++) {
        next[t] = p == '*' ? row[t] || next[t - 1] : row[t - 1] && (p == '?' || p == chars[t - 1]);
      }
      row = next;
    }
    return row[chars.length];
  }
}
