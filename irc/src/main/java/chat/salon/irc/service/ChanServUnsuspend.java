package chat.salon.irc.service;

import chat.salon.core.protect.Closure;
import chat.salon.core.protect.Privilege;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// ChanServ UNSUSPEND: opens a channel that was suspended.
final class ChanServUnsuspend implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("UNSUSPEND", 1, "UNSUSPEND <channel>: opens a channel that was suspended.")
        .needs(Privilege.CHANNELS)
        .from("Anope, ChanServ UNSUSPEND");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return OnChannel.run(
        session,
        voice,
        words,
        channel -> Closing.reopen(session, voice, channel, Closure.Kind.SUSPENDED));
  }
}
