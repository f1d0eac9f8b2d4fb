package chat.salon.irc.service;

import chat.salon.core.protect.Privilege;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// HostServ REJECT: refuses the host that an account asks for.
final class HostServReject implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(
            "REJECT", 1, "REJECT <account> [<reason>]: refuses the host that an account asks for.")
        .needs(Privilege.VHOSTS);
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return OnAccountOf.run(
        session,
        voice,
        words.getFirst(),
        account -> {
          var name = account.name();
          var reason = String.join(" ", words.subList(1, words.size()));
          var deed = Deeds.of(session, "vhost_reject", name.shown(), "reason", reason);
          return session.apart(() -> session.door().hosts().vhosts().refuse(name, deed))
              ? voice.says("The request of " + name + " is refused")
              : voice.says(name + " does not ask for a host");
        });
  }
}
