package chat.salon.irc.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.Nick;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.request.Kick;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Speech.Pending;
import chat.salon.wire.Line;
import java.util.ArrayList;

/// KICK: puts members out.
final class KickCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "KICK", 2, "KICK <channel> <nick>{,<nick>} [<comment>]: puts members out of a channel.")
        .from("Modern IRC, KICK message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var channels = CommaList.inPlace(line.param(0));
    var nicks = CommaList.inPlace(line.param(1));
    if (channels.size() > 1 && channels.size() != nicks.size()) {
      return Reply.of(session.numeric("461", "KICK", "As many channels as nicks, or one channel"));
    }
    var comment = line.param(2).isEmpty() ? session.nick() : line.param(2);
    var asked = new ArrayList<Pending>();
    for (int i = 0; i < nicks.size() && i < session.settings().maxTargets(); i++) {
      asked.add(ask(session, channels.get(channels.size() == 1 ? 0 : i), nicks.get(i), comment));
    }
    return Pending.finish(session, asked);
  }

  private static Pending ask(IrcSession session, String channel, String target, String comment) {
    var name = session.salon().channelName(channel);
    if (name.isEmpty()) {
      return Pending.of(session.refuse(new BadChannelName(channel)));
    }
    return Nick.parse(target)
        .map(nick -> ask(session, name.get(), nick, comment))
        .orElseGet(() -> Pending.of(session.refuse(new NoSuchNick(target))));
  }

  private static Pending ask(IrcSession session, ChannelName channel, Nick nick, String comment) {
    int most = session.salon().limits().kickLength();
    var reason = session.fit(comment, most, "KICK", channel.shown(), nick.shown());
    return new Pending(session.begin(channel, new Kick(nick, reason)), session::answer);
  }
}
