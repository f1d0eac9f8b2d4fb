package chat.salon.wire;

/// Letters as the protocol knows them: ASCII, whatever the locale (RFC 1459, section 2.2).
final class Ascii {
  private Ascii() {}

  static String upper(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isLower(text.charAt(i))) return upper(text, i);
    }
    return text;
  }

  private static String upper(String text, int from) {
    var chars = text.toCharArray();
    for (int i = from; i < chars.length; i++) {
      if (isLower(chars[i])) chars[i] = (char) (chars[i] - ('a' - 'A'));
    }
    return new String(chars);
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }
}
