package chat.salon.irc.service;

import chat.salon.core.AccountName;
import chat.salon.core.personal.PersonalData;
import chat.salon.core.protect.Privilege;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Voice;
import java.util.List;

/// What is done about all that one account has said: everybody's own, and for staff anybody's.
final class AllOfAccount {
  private AllOfAccount() {}

  /// What is done.
  interface Work {
    Reply on(PersonalData data, AccountName account);
  }

  /// Does it about the account that the first word names, or one's own.
  static Reply run(IrcSession session, Voice voice, List<String> words, Work work) {
    var data = session.door().personalData();
    var own = session.accountName();
    var named = words.isEmpty() ? own : AccountName.parse(words.getFirst()).orElse(null);
    if (data == null) {
      return voice.says("This server does not do that");
    }
    if (named == null) {
      return voice.says(
          words.isEmpty() ? "Log in first" : words.getFirst() + " is no name of an account");
    }
    if (named.equals(own)) {
      return work.on(data, named);
    }
    if (!session.door().staff().may(session, Privilege.PERSONAL)) {
      return voice.says("Of others, operators with the privilege personal do that");
    }
    return session
        .apart(() -> session.door().logins().account(named))
        .map(account -> work.on(data, account.name()))
        .orElseGet(() -> voice.says("There is no account " + named));
  }
}
