package chat.salon.irc.service;

import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.core.protect.Announcement.To;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// HostServ REQUEST: asks staff for a host.
final class HostServRequest implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("REQUEST", 1, "REQUEST <host>: asks to be shown under a host.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var own = session.accountName();
    if (own == null) {
      return voice.says(Numerics.text(new NotLoggedIn()));
    }
    int most = session.door().hosts().settings().waiting();
    if (most == 0) {
      return voice.says("Nobody can ask for a host here");
    }
    var host = words.getFirst();
    var refusal = GivenHost.refusal(session, host);
    if (refusal.isPresent()) {
      return voice.says(refusal.get());
    }
    var now = session.door().now();
    if (!session.apart(() -> session.door().hosts().vhosts().ask(own, host, now, most))) {
      return voice.says("Too many wait for an answer already: try again later");
    }
    Deeds.tell(session, To.ACCOUNTS, "asks for the host " + host + ": HostServ WAITING");
    return voice.says("You have asked for " + host + ": staff will answer. STATUS tells how it is");
  }
}
