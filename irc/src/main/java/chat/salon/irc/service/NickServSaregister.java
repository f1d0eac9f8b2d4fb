package chat.salon.irc.service;

import chat.salon.core.AccountName;
import chat.salon.core.Refusal.BadAccountName;
import chat.salon.core.account.Attempt.Accepted;
import chat.salon.core.account.Attempt.Denied;
import chat.salon.core.protect.Privilege;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.irc.login.NewAccount;
import java.util.List;

/// NickServ SAREGISTER: makes an account for somebody, also where people make none themselves.
final class NickServSaregister implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(
            "SAREGISTER", 2, "SAREGISTER <account> <password>: makes an account for somebody.")
        .needs(Privilege.ACCOUNTS);
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    if (!session.takesPasswords()) {
      return voice.says(IrcSession.INSECURE);
    }
    var name =
        session
            .salon()
            .nick(words.getFirst())
            .flatMap(nick -> AccountName.parse(nick.shown()))
            .filter(one -> session.door().services().find(one.shown()).isEmpty());
    if (name.isEmpty()) {
      return voice.says(Numerics.text(new BadAccountName(words.getFirst())));
    }
    return switch (NewAccount.makeFor(session, name.get(), words.get(1))) {
      case Denied(var why) -> voice.says(Numerics.text(why));
      case Accepted(var account) -> voice.says("The account " + account.name() + " is made");
    };
  }
}
