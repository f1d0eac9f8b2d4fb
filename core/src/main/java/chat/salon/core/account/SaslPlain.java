package chat.salon.core.account;

import chat.salon.core.AccountName;
import java.util.Arrays;
import java.util.Optional;

/// The one message of SASL PLAIN (RFC 4616): `authzid NUL authcid NUL passwd`. Pure, any thread.
///
/// @param name whose password it is, and who logs in
/// @param password owned by this value; the caller wipes it after use
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record SaslPlain(String name, byte[] password) {

  /// The message, or empty when it is malformed: other than two NULs, no name, no password, not
  /// UTF-8, or an identity to act as that is not the one that logs in. Such a message is no try:
  /// nothing of it may be evaluated.
  public static Optional<SaslPlain> parse(byte[] message) {
    int first = indexOfNul(message, 0);
    int second = indexOfNul(message, first + 1);
    if (first < 0 || second < 0 || indexOfNul(message, second + 1) >= 0) {
      return Optional.empty();
    }
    var actAs = Utf8.text(Arrays.copyOfRange(message, 0, first));
    var name = Utf8.text(Arrays.copyOfRange(message, first + 1, second));
    var password = Arrays.copyOfRange(message, second + 1, message.length);
    if (actAs.isEmpty()
        || name.isEmpty()
        || name.get().isEmpty()
        || !maySpeakFor(actAs.get(), name.get())
        || password.length == 0
        || Utf8.chars(password).isEmpty()) {
      Arrays.fill(password, (byte) 0);
      return Optional.empty();
    }
    return Optional.of(new SaslPlain(name.get(), password));
  }

  /// Whether somebody who logs in under a name may ask to be `actAs`: only themselves.
  static boolean maySpeakFor(String actAs, String name) {
    return actAs.isEmpty() || actAs.equals(name) || sameAccount(actAs, name);
  }

  private static boolean sameAccount(String one, String other) {
    var account = account(one);
    return account.isPresent() && account.equals(account(other));
  }

  /// The account that a name as it was typed means; empty when no account can have that name.
  static Optional<AccountName> account(String typed) {
    return SaslPrep.prepare(typed).flatMap(AccountName::parse);
  }

  private static int indexOfNul(byte[] message, int from) {
    for (int i = from; i < message.length; i++) {
      if (message[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    return "SaslPlain[…]";
  }
}
