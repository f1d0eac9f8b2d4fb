package chat.salon.wire;

/// UTF-8 as RFC 3629 defines it: shortest form only, no surrogates, nothing above U+10FFFF.
final class Utf8 {
  private Utf8() {}

  /// Whether the bytes are well formed (Unicode, table 3-7).
  static boolean valid(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int lead = bytes[at++];
      if (lead >= 0) continue;
      lead &= 0xFF;
      int more = lead < 0xC2 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : 0;
      if (more == 0 || to - at < more) return false;
      int second = bytes[at] & 0xFF;
      int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
      int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
      if (second < low || second > high) return false;
      for (int i = 1; i < more; i++) {
        if ((bytes[at + i] & 0xC0) != 0x80) return false;
      }
      at += more;
    }
    return true;
  }

  /// Whether the text has no surrogate without its partner.
  static boolean encodable(String text) {
    for (int i = 0; i < text.length(); i = after(text, i)) {
      if (isLone(text.codePointAt(i))) return false;
    }
    return true;
  }

  /// How many bytes the text takes.
  static int size(String text) {
    int length = text.length();
    int i = 0;
    while (i < length && text.charAt(i) < 0x80) i++;
    int size = i;
    for (; i < length; i = after(text, i)) size += width(text.codePointAt(i));
    return size;
  }

  /// How many bytes one code point takes; a lone surrogate is written as a question mark.
  static int width(int point) {
    if (point < 0x80 || isLone(point)) return 1;
    return point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }

  /// Where the code point after the one at this place starts.
  static int after(String text, int i) {
    return i + Character.charCount(text.codePointAt(i));
  }

  private static boolean isLone(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
