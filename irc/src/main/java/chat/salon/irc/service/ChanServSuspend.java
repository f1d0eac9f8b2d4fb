package chat.salon.irc.service;

import chat.salon.core.BanWords;
import chat.salon.core.protect.Closure;
import chat.salon.core.protect.Privilege;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// ChanServ SUSPEND: closes a channel for a time or for good. What it is stays as it is, and so
/// does who belongs to it.
final class ChanServSuspend implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(
            "SUSPEND",
            1,
            "SUSPEND <channel> [<duration>] [<reason>]: closes a channel and puts everybody out,"
                + " until UNSUSPEND or that time. SUSPEND LIST: tells which are.")
        .needs(Privilege.CHANNELS)
        .from("Anope, ChanServ SUSPEND");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    if (words.getFirst().equalsIgnoreCase("LIST")) {
      return Closing.list(session, voice, Closure.Kind.SUSPENDED);
    }
    var behind = BanWords.of(String.join(" ", words.subList(1, words.size())));
    return OnChannel.run(
        session,
        voice,
        words,
        channel ->
            Closing.close(
                session,
                voice,
                channel,
                Closure.Kind.SUSPENDED,
                behind.duration(),
                behind.reason()));
  }
}
