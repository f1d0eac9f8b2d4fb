package chat.salon.irc.service;

import chat.salon.core.protect.Privilege;
import chat.salon.core.protect.ServerBan.Kind;
import chat.salon.core.protect.ServerBan.Target;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// NickServ UNSUSPEND: lets the owner of an account in again.
final class NickServUnsuspend implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("UNSUSPEND", 1, "UNSUSPEND <account>: lets its owner in again.")
        .needs(Privilege.BAN);
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return OnAccountOf.runOver(
        session,
        voice,
        words.getFirst(),
        account ->
            BannedNames.lift(
                session,
                voice,
                new Target(Kind.SUSPENSION, account.name().folded()),
                "unsuspend",
                "is not suspended any more",
                account.name() + " is not suspended"));
  }
}
