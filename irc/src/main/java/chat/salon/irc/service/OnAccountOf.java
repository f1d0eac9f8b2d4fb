package chat.salon.irc.service;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Role;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Voice;
import chat.salon.irc.Words;
import java.util.Optional;
import java.util.function.Function;

/// What staff do about somebody's account.
final class OnAccountOf {
  private OnAccountOf() {}

  /// The account of this name, if there is one.
  static Optional<Account> find(IrcSession session, String name) {
    return AccountName.parse(name)
        .flatMap(one -> session.apart(() -> session.door().logins().account(one)));
  }

  /// Does something about the account of this name.
  static Reply run(IrcSession session, Voice voice, String name, Function<Account, Reply> work) {
    return find(session, name).map(work).orElseGet(() -> voice.says(none(name)));
  }

  /// What is said of a name that is none's.
  static String none(String name) {
    return "There is no account " + Words.named(name);
  }

  /// The same about an account that the session's person may have power over: not their own, and
  /// that of other staff only for who administers the server.
  static Reply runOver(
      IrcSession session, Voice voice, String name, Function<Account, Reply> work) {
    return run(
        session,
        voice,
        name,
        account -> {
          if (account.name().equals(session.accountName())) {
            return voice.says("That is your own account");
          }
          return account.role() == Role.MEMBER || session.role() == Role.ADMINISTRATOR
              ? work.apply(account)
              : voice.says(account.name() + " is staff: that is for administrators");
        });
  }
}
