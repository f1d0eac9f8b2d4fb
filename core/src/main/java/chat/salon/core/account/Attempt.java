package chat.salon.core.account;

import chat.salon.core.Account;
import chat.salon.core.Refusal;

/// How a try to register, to log in or to claim ended.
public sealed interface Attempt {

  /// The caller is this account from now on.
  record Accepted(Account account) implements Attempt {}

  /// Nothing changed.
  record Denied(Refusal why) implements Attempt {}
}
