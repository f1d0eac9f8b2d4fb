package chat.salon.irc.login;

import chat.salon.core.AccountName;
import chat.salon.core.Person;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Words;
import org.jspecify.annotations.Nullable;

/// Under which host people are shown.
final class ShownHost {
  private ShownHost() {}

  /// Of a session that comes in.
  ///
  /// @param account null for a guest
  static String of(IrcSession session, @Nullable AccountName account) {
    return Words.address(
        session.settings().cloak()
            ? session.door().cloak().of(session.inetAddress(), account)
            : session.address());
  }

  /// Of somebody who logs in or out, by one of their sessions: another one only where hosts are
  /// those of accounts.
  static String after(IrcSession session, Person person, @Nullable AccountName account) {
    return session.settings().cloak() && session.door().cloak().namesAccounts()
        ? of(session, account)
        : person.ownHost();
  }
}
