package chat.salon.irc.service;

import chat.salon.core.protect.Closure;
import chat.salon.core.protect.Privilege;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;
import java.util.Locale;

/// ChanServ PURGE: does away with a channel, so that nobody makes it anew.
final class ChanServPurge implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(
            "PURGE",
            1,
            "PURGE ADD <channel> [<reason>]: does away with a channel, registered or not: everybody"
                + " is put out, and nobody comes in or makes it anew. PURGE DEL <channel>: ends"
                + " that. PURGE LIST: tells which are.")
        .needs(Privilege.CHANNELS)
        .from("Ergo, ChanServ PURGE");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    var verb = words.getFirst().toUpperCase(Locale.ROOT);
    if (verb.equals("LIST")) {
      return Closing.list(session, voice, Closure.Kind.PURGED);
    }
    var rest = words.subList(1, words.size());
    if (rest.isEmpty() || !(verb.equals("ADD") || verb.equals("DEL"))) {
      return voice.says("That is not clear: " + spec().help());
    }
    var reason = String.join(" ", rest.subList(1, rest.size()));
    return OnChannel.run(
        session,
        voice,
        rest,
        channel ->
            verb.equals("ADD")
                ? Closing.close(session, voice, channel, Closure.Kind.PURGED, "", reason)
                : Closing.reopen(session, voice, channel, Closure.Kind.PURGED));
  }
}
