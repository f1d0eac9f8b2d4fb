package chat.salon.irc.service;

import chat.salon.core.Account;
import chat.salon.core.protect.Privilege;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// HostServ DEL: takes the host of an account away.
final class HostServDel implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("DEL", 1, "DEL <account>: takes the host of an account away.")
        .needs(Privilege.VHOSTS);
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return OnAccountOf.run(
        session, voice, words.getFirst(), account -> take(session, voice, account));
  }

  private static Reply take(IrcSession session, Voice voice, Account account) {
    var name = account.name();
    var deed = Deeds.of(session, "vhost_del", name.shown());
    if (!session.apart(() -> session.door().hosts().vhosts().take(name, deed))) {
      return voice.says(name + " was given no host");
    }
    GivenHost.show(session, name);
    return voice.says(name + " is shown under their own host");
  }
}
