package chat.salon.core;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The forms in which names are compared, and looked for. Casemapping is `ascii`: only A–Z change.
/// Pure, any thread.
public final class Fold {
  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  private Fold() {}

  /// The folded form of a name; the same object when nothing changes.
  public static String ascii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (isUpper(name.charAt(i))) {
        return foldFrom(name, i);
      }
    }
    return name;
  }

  /// A text as people look for it: small letters, no accents, ligatures taken apart.
  public static String sought(String text) {
    var plain = text.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
    return MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
  }

  private static String foldFrom(String name, int first) {
    var folded = name.toCharArray();
    for (int i = first; i < folded.length; i++) {
      if (isUpper(folded[i])) {
        folded[i] = (char) (folded[i] + ('a' - 'A'));
      }
    }
    return new String(folded);
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
