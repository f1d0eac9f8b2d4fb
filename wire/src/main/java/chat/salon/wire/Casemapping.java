package chat.salon.wire;

/// Which characters count as the same in nicks and channel names (Modern IRC, "CASEMAPPING";
/// draft-hardy-irc-isupport-00, section 4.1). Only ASCII folds; all else stays as it is.
public enum Casemapping {
  /// `A`–`Z` fold to `a`–`z`.
  ASCII("ascii", 'Z'),
  /// In addition `[ ] \ ^` fold to `{ } | ~`.
  RFC1459("rfc1459", '^'),
  /// In addition `[ ] \` fold to `{ } |`.
  RFC1459_STRICT("rfc1459-strict", ']');

  private final String token;
  private final char last;

  Casemapping(String token, char last) {
    this.token = token;
    this.last = last;
  }

  /// The name the ISUPPORT token CASEMAPPING has for it.
  public String token() {
    return token;
  }

  /// The text with each character replaced by its folded one; the same text when nothing folds.
  public String fold(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (folds(text.charAt(i))) return fold(text, i);
    }
    return text;
  }

  /// Whether both fold to the same.
  public boolean same(String one, String other) {
    if (one.length() != other.length()) return false;
    for (int i = 0; i < one.length(); i++) {
      if (fold(one.charAt(i)) != fold(other.charAt(i))) return false;
    }
    return true;
  }

  private String fold(String text, int from) {
    var chars = text.toCharArray();
    for (int i = from; i < chars.length; i++) chars[i] = fold(chars[i]);
    return new String(chars);
  }

  private char fold(char c) {
    return folds(c) ? (char) (c + ('a' - 'A')) : c;
  }

  private boolean folds(char c) {
    return c >= 'A' && c <= last;
  }
}
