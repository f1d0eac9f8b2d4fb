package chat.salon.irc.service;

import chat.salon.core.ChannelName;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.request.DropChannel;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import java.util.List;

/// ChanServ DROP: ends that a channel lasts.
final class ChanServDrop implements ServiceCommand {
  @Override
  public Spec spec() {
    return new Spec("DROP", 1, "DROP <channel>: ends that your channel lasts.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    return session
        .salon()
        .channelName(words.getFirst())
        .map(channel -> drop(session, voice, channel))
        .orElseGet(() -> voice.says(Numerics.text(new BadChannelName(words.getFirst()))));
  }

  private static Reply drop(IrcSession session, Voice voice, ChannelName channel) {
    return switch (session.ask(channel, new DropChannel())) {
      case Done _ ->
          voice.says(channel + " is not registered any more: it is gone with its last member");
      case Refused(var why) -> voice.says(Numerics.text(why));
    };
  }
}
