package chat.salon.irc.service;

import chat.salon.core.ChannelName;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.request.RegisterChannel;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// ChanServ REGISTER: makes a channel last, as that of the account that asks.
final class ChanServRegister implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec(
        "REGISTER", 1, "REGISTER <channel>: makes a channel last, in which you are operator.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return session
        .salon()
        .channelName(words.getFirst())
        .map(channel -> register(session, voice, channel))
        .orElseGet(() -> voice.says(Numerics.text(new BadChannelName(words.getFirst()))));
  }

  private static Reply register(IrcSession session, Voice voice, ChannelName channel) {
    var refusal = session.apart(() -> session.salon().refusalToFound(session.actor()));
    if (refusal.isPresent()) {
      return voice.says(Numerics.text(refusal.get()));
    }
    return switch (session.ask(channel, new RegisterChannel())) {
      case Done _ ->
          voice.says(
              channel
                  + " is yours: it stays when everybody has left, and so does who belongs to it");
      case Refused(var why) -> voice.says(Numerics.text(why));
    };
  }
}
