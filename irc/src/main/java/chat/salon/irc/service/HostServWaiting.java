package chat.salon.irc.service;

import chat.salon.core.protect.Privilege;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.irc.Words;
import java.util.List;
import java.util.Objects;

/// HostServ WAITING: who asks for a host.
final class HostServWaiting implements ServiceCommand {
  private static final int MOST = 100;

  @Override
  public Spec spec() {
    return new Spec("WAITING", 0, "WAITING: tells who asks for a host.").needs(Privilege.VHOSTS);
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var all = session.apart(() -> session.door().hosts().vhosts().waiting(MOST));
    return all.isEmpty()
        ? voice.says("Nobody asks for a host")
        : voice.says(
            all.stream()
                .map(one ->
                    one.account()
                        + " asks for "
                        + one.asked()
                        + " since "
                        + Words.date(Objects.requireNonNull(one.askedAt())))
                .toList());
  }
}
