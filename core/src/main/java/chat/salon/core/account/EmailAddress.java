package chat.salon.core.account;

/// The shape of an e-mail address; whether it exists, only a message to it tells. Pure.
final class EmailAddress {
  private static final int LONGEST = 254; // RFC 5321 §4.5.3.1.3, less the angle brackets
  private static final int LONGEST_LOCAL = 64; // RFC 5321 §4.5.3.1.1

  private EmailAddress() {}

  static boolean isPlausible(String text) {
    int at = text.lastIndexOf('@');
    var domain = text.substring(at + 1);
    return text.length() <= LONGEST
        && at > 0
        && at <= LONGEST_LOCAL
        && text.indexOf('@') == at
        && text.chars().noneMatch(c -> c <= ' ' || c == 0x7f || "<>()[],;:\\\"".indexOf(c) >= 0)
        && text.codePoints().noneMatch(EmailAddress::isInvisible)
        && !domain.isEmpty()
        && domain.charAt(0) != '.'
        && !domain.endsWith(".")
        && !domain.contains("..");
  }

  private static boolean isInvisible(int c) {
    return Character.isISOControl(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.SURROGATE;
  }
}
