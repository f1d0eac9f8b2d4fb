package chat.salon.irc.service;

import chat.salon.core.Account;
import chat.salon.core.protect.Privilege;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;
import java.util.Optional;

/// HostServ APPROVE: gives an account the host that it asks for.
final class HostServApprove implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("APPROVE", 1, "APPROVE <account>: gives an account the host it asks for.")
        .needs(Privilege.VHOSTS);
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return OnAccountOf.run(
        session, voice, words.getFirst(), account -> approve(session, voice, account));
  }

  private static Reply approve(IrcSession session, Voice voice, Account account) {
    var name = account.name();
    var asked =
        session
            .apart(() -> session.door().hosts().vhosts().of(name))
            .flatMap(vhost -> Optional.ofNullable(vhost.asked()));
    return asked
        .map(host -> GivenHost.give(session, voice, name, host, "vhost_approve"))
        .orElseGet(() -> voice.says(name + " does not ask for a host"));
  }
}
