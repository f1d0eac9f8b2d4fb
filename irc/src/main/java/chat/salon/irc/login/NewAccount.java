package chat.salon.irc.login;

import chat.salon.core.AccountName;
import chat.salon.core.Nick;
import chat.salon.core.Refusal.AlreadyLoggedIn;
import chat.salon.core.Refusal.NickInUse;
import chat.salon.core.account.Attempt;
import chat.salon.core.account.Attempt.Denied;
import chat.salon.irc.IrcSession;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Making an account, for REGISTER and for NickServ.
public final class NewAccount {
  private NewAccount() {}

  /// Makes it; the session is not logged in yet. Waits for a hash and for the store.
  ///
  /// @param email null for none
  public static Attempt make(
      IrcSession session, AccountName name, @Nullable String email, String typed) {
    var account = session.accountName();
    if (account != null) {
      return new Denied(new AlreadyLoggedIn(account));
    }
    var shut = session.salon().protection().refusalToRegister();
    if (shut.isPresent()) {
      return new Denied(shut.get());
    }
    var nick = Nick.trusted(name.shown());
    if (Identity.isSomebodyElse(session, nick)) {
      return new Denied(new NickInUse(nick));
    }
    var password = typed.getBytes(StandardCharsets.UTF_8);
    var logins = session.door().logins();
    try {
      return session.apart(() -> logins.register(name, email, password, session.inetAddress()));
    } finally {
      Arrays.fill(password, (byte) 0);
    }
  }
}
