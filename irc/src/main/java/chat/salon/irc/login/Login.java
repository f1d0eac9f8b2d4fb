package chat.salon.irc.login;

import chat.salon.core.Account;
import chat.salon.core.account.Token;
import org.jspecify.annotations.Nullable;

/// What somebody has proven: that an account is theirs.
///
/// @param token by which they did, a bot's; null for anything else
public record Login(Account account, @Nullable Token token) {

  /// By something else than a token.
  public Login(Account account) {
    this(account, null);
  }
}
