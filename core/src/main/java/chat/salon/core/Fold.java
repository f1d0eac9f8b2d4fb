package chat.salon.core;

/// Casemapping `ascii`: the form in which names are compared. Only A–Z change. Pure, any thread.
public final class Fold {
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
