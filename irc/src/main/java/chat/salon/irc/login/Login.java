package chat.salon.irc.login;

import chat.salon.core.Account;
import chat.salon.core.account.Token;
import chat.salon.irc.IrcSession;
import org.jspecify.annotations.Nullable;

/// What somebody has proven: that an account is theirs.
///
/// @param token by which they did, a bot's; null for anything else
/// @param since how many [chat.salon.irc.HangUps] there were before it was looked at; those after
///   may be of what proved it
public record Login(Account account, @Nullable Token token, long since) {

  /// Of who needs to prove nothing any more.
  public static Login now(IrcSession session, Account account) {
    return new Login(account, session.token(), session.door().hangUps().heard());
  }
}
