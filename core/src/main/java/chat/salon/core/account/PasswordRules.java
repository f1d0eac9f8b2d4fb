package chat.salon.core.account;

import chat.salon.core.AccountName;
import chat.salon.core.Fold;
import chat.salon.core.Refusal.WeakPassword;
import chat.salon.core.Refusal.Weakness;
import java.util.Optional;

/// What a new password has to be: long enough, and not one that everybody tries first. Nothing
/// about digits or signs. Pure, any thread.
final class PasswordRules {
  private PasswordRules() {}

  /// Why the password cannot be taken, or empty when it can.
  static Optional<WeakPassword> refuse(AccountName name, byte[] typed, AccountSettings settings) {
    int minLength = settings.passwordMinLength();
    if (typed.length > Password.LONGEST) {
      return weak(Weakness.TOO_LONG, Password.LONGEST);
    }
    try (var password = Password.of(typed)) {
      var text = Utf8.text(password.bytes()).orElse("");
      int length = text.isEmpty() ? password.bytes().length : text.codePointCount(0, text.length());
      if (length < minLength) {
        return weak(Weakness.TOO_SHORT, minLength);
      }
      if (settings.refuseCommonPasswords()
          && (Fold.ascii(text).equals(name.folded()) || CommonPasswords.contains(text))) {
        return weak(Weakness.TOO_COMMON, minLength);
      }
      return Optional.empty();
    }
  }

  private static Optional<WeakPassword> weak(Weakness weakness, int limit) {
    return Optional.of(new WeakPassword(weakness, limit));
  }
}
