package chat.salon.irc.service;

import chat.salon.core.protect.Privilege;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// HostServ SET: gives an account a host.
final class HostServSet implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("SET", 2, "SET <account> <host>: shows an account under a host.")
        .needs(Privilege.VHOSTS);
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var host = words.get(1);
    var refusal = GivenHost.refusal(session, host);
    return refusal.isPresent()
        ? voice.says(refusal.get())
        : OnAccountOf.run(
            session,
            voice,
            words.getFirst(),
            account -> GivenHost.give(session, voice, account.name(), host, "vhost"));
  }
}
