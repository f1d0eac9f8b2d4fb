package chat.salon.irc.login;

import chat.salon.core.AccountName;
import chat.salon.core.Nick;
import chat.salon.core.Refusal.AlreadyLoggedIn;
import chat.salon.core.Refusal.NickInUse;
import chat.salon.core.account.Attempt;
import chat.salon.core.account.Attempt.Accepted;
import chat.salon.core.account.Attempt.Denied;
import chat.salon.core.protect.Announcement.To;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Making an account, for REGISTER and for NickServ.
public final class NewAccount {
  private NewAccount() {}

  /// Makes it for somebody else, as staff may, and writes that down. Waits for a hash and for the
  /// store.
  public static Attempt makeFor(IrcSession session, AccountName name, String typed) {
    var password = typed.getBytes(StandardCharsets.UTF_8);
    try {
      var attempt =
          session.apart(
              () -> session.door().logins().registerFor(name, password, session.inetAddress()));
      if (attempt instanceof Accepted(var account)) {
        Deeds.note(session, Deeds.of(session, "saregister", account.name().shown()));
        Deeds.tell(session, To.ACCOUNTS, "made the account " + account.name());
      }
      return attempt;
    } finally {
      Arrays.fill(password, (byte) 0);
    }
  }

  /// Makes it; the session is not logged in yet. Waits for a hash and for the store.
  ///
  /// @param email null for none
  public static Attempt make(
      IrcSession session, AccountName name, @Nullable String email, String typed) {
    var account = session.accountName();
    if (account != null) {
      return new Denied(new AlreadyLoggedIn(account));
    }
    var shut = session.salon().protection().refusalToRegister(name);
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
