package chat.salon.irc.service;

import chat.salon.core.Account;
import chat.salon.core.protect.Privilege;
import chat.salon.core.protect.ServerBan.Kind;
import chat.salon.core.protect.ServerBan.Target;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;
import java.util.Set;

/// NickServ SUSPEND: lets nobody in by an account, at any door, for a time or for good. Who is here
/// by it is put out.
final class NickServSuspend implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(
            "SUSPEND",
            1,
            "SUSPEND <account> [<duration>] [<reason>] | LIST: lets nobody in by an account.")
        .needs(Privilege.BAN);
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    if (words.size() == 1 && words.getFirst().equalsIgnoreCase("LIST")) {
      return BannedNames.list(session, voice, Set.of(Kind.SUSPENSION), "No account is suspended");
    }
    return OnAccountOf.runOver(
        session, voice, words.getFirst(), account -> suspend(session, voice, account, words));
  }

  private static Reply suspend(
      IrcSession session, Voice voice, Account account, List<String> words) {
    var name = account.name();
    var target = new Target(Kind.SUSPENSION, name.folded());
    var reply =
        BannedNames.put(
            session, voice, target, words.subList(1, words.size()), "suspend", "is suspended");
    if (session.salon().protection().refusalOf(name).isPresent()) {
      session.apart(() -> {
        session.door().pushing().loggedOut(name); // its devices are told of nothing
        return true;
      });
    }
    return reply;
  }
}
