package chat.salon.core.account;

import java.text.Normalizer;
import java.util.Optional;

/// SASLprep (RFC 4013) for queries: two ways to type one name or password become the same text. The
/// normalisation is that of the JDK's Unicode, where the RFC names version 3.2; code points
/// unassigned there are allowed. Pure, any thread.
final class SaslPrep {
  private SaslPrep() {}

  /// The prepared text, or empty when a rule forbids it or nothing of it is left.
  static Optional<String> prepare(String text) {
    if (isPrintableAscii(text)) {
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
    var mapped = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> isSpace(c) || !isMappedToNothing(c))
        .forEach(c -> mapped.appendCodePoint(isSpace(c) ? ' ' : c));
    var prepared = Normalizer.normalize(mapped, Normalizer.Form.NFKC);
    var forbidden = prepared.isEmpty() || prepared.codePoints().anyMatch(SaslPrep::isProhibited);
    return forbidden || mixesDirections(prepared) ? Optional.empty() : Optional.of(prepared);
  }

  private static boolean isPrintableAscii(String text) {
    return text.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
  }

  /// RFC 3454 table C.1.2.
  private static boolean isSpace(int c) {
    return c == 0xa0
        || c == 0x1680
        || within(c, 0x2000, 0x200b)
        || c == 0x202f
        || c == 0x205f
        || c == 0x3000;
  }

  /// RFC 3454 table B.1.
  private static boolean isMappedToNothing(int c) {
    return c == 0xad
        || c == 0x34f
        || c == 0x1806
        || within(c, 0x180b, 0x180d)
        || within(c, 0x200b, 0x200d)
        || c == 0x2060
        || within(c, 0xfe00, 0xfe0f)
        || c == 0xfeff;
  }

  /// RFC 4013 §2.3: tables C.1.2, C.2.1, C.2.2 and C.3 to C.9 of RFC 3454.
  private static boolean isProhibited(int c) {
    return isSpace(c)
        || isControl(c)
        || Character.getType(c) == Character.PRIVATE_USE
        || within(c, 0xfdd0, 0xfdef)
        || (c & 0xfffe) == 0xfffe
        || Character.getType(c) == Character.SURROGATE
        || within(c, 0xfff9, 0xfffd)
        || within(c, 0x2ff0, 0x2ffb)
        || changesDisplay(c)
        || c == 0xe0001
        || within(c, 0xe0020, 0xe007f);
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c)
        || c == 0x6dd
        || c == 0x70f
        || c == 0x180e
        || within(c, 0x200c, 0x200d)
        || within(c, 0x2028, 0x2029)
        || within(c, 0x2060, 0x2063)
        || within(c, 0x206a, 0x206f)
        || c == 0xfeff
        || within(c, 0x1d173, 0x1d17a);
  }

  private static boolean changesDisplay(int c) {
    return within(c, 0x340, 0x341) || within(c, 0x200e, 0x200f) || within(c, 0x202a, 0x202e);
  }

  /// RFC 3454 §6: a text with a right-to-left letter has no left-to-right one, and begins and ends
  /// with a right-to-left one.
  private static boolean mixesDirections(String text) {
    if (text.codePoints().noneMatch(SaslPrep::isRightToLeft)) {
      return false;
    }
    return text.codePoints().anyMatch(SaslPrep::isLeftToRight)
        || !isRightToLeft(text.codePointAt(0))
        || !isRightToLeft(text.codePointBefore(text.length()));
  }

  private static boolean isRightToLeft(int c) {
    var direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static boolean isLeftToRight(int c) {
    return Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
  }

  private static boolean within(int c, int first, int last) {
    return c >= first && c <= last;
  }
}
