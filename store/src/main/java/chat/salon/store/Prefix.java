package chat.salon.store;

/// Texts that begin alike, as a range that an index finds. Pure.
final class Prefix {
  private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

  private Prefix() {}

  /// A text above all that begin with this, in the order of their bytes.
  static String end(String begin) {
    return begin + LAST;
  }
}
