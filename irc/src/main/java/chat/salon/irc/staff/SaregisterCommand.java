package chat.salon.irc.staff;

import chat.salon.core.AccountName;
import chat.salon.core.Refusal.BadAccountName;
import chat.salon.core.account.Attempt.Accepted;
import chat.salon.core.account.Attempt.Denied;
import chat.salon.core.protect.Privilege;
import chat.salon.irc.Command;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.login.NewAccount;
import chat.salon.wire.Line;

/// SAREGISTER: makes an account for somebody, also where people make none themselves.
final class SaregisterCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("SAREGISTER", 2, "SAREGISTER <account> <password>: makes an account.")
        .needs(Privilege.ACCOUNTS)
        .from("Ergo, NickServ SAREGISTER");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    if (!session.takesPasswords()) {
      return Reply.of(session.standardReply("FAIL", "SAREGISTER", "INSECURE", IrcSession.INSECURE));
    }
    var name = session.salon().nick(line.param(0)).flatMap(nick -> AccountName.parse(nick.shown()));
    return name.filter(one -> session.door().services().find(one.shown()).isEmpty())
        .map(one -> make(session, one, line.param(1)))
        .orElseGet(() -> session.refuse(new BadAccountName(line.param(0))));
  }

  private static Reply make(IrcSession session, AccountName name, String typed) {
    return switch (NewAccount.makeFor(session, name, typed)) {
      case Denied(var why) -> session.refuse(why);
      case Accepted(var account) ->
          Deeds.says(session, "The account " + account.name() + " is made");
    };
  }
}
