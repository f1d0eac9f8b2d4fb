package chat.salon.core;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The forms in which names are compared, and looked for. Any thread.
public final class Fold {
  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  private static volatile CaseMapping mapping = CaseMapping.ASCII;

  private Fold() {}

  /// Names are compared in this way from now on, in the whole process. For who starts a server,
  /// before anything else: names that were folded before stay as they are.
  public static void use(CaseMapping now) {
    mapping = now;
  }

  /// How names are compared.
  public static CaseMapping mapping() {
    return mapping;
  }

  /// The form in which a name is compared: of a nick, an account, a channel.
  public static String name(String name) {
    return mapping == CaseMapping.PRECIS && !isAscii(name) ? Precis.fold(name) : ascii(name);
  }

  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /// A text with small letters for A–Z, and no other change; the same object when nothing changes.
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
