package chat.salon.irc.service;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.account.Attempt.Accepted;
import chat.salon.core.account.Attempt.Denied;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.irc.login.Identity;
import chat.salon.irc.login.Login;
import chat.salon.irc.login.NewAccount;
import java.util.List;

/// NickServ REGISTER: makes an account that is named as its owner is now.
final class NickServRegister implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(
        "REGISTER", 1, "REGISTER <password> [<email>]: makes an account for your nick.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    if (!session.takesPasswords()) {
      return voice.says(IrcSession.INSECURE);
    }
    var name = AccountName.trusted(session.nick());
    var email = words.size() > 1 ? words.get(1) : null;
    return switch (NewAccount.make(session, name, email, words.getFirst())) {
      case Accepted(var account) -> accepted(session, voice, account);
      case Denied(var why) -> voice.says(Numerics.text(why));
    };
  }

  private static Reply accepted(IrcSession session, Voice voice, Account account) {
    session.send(
        voice
            .says("Account created", "You are logged in as " + account.name())
            .and(Identity.loggedIn(session, account)));
    return Identity.become(session, Login.now(session, account));
  }
}
