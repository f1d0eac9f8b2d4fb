package chat.salon.irc.channel;

import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.request.Leave;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Speech.Pending;
import chat.salon.wire.Line;
import java.util.List;

/// PART: leaves channels.
final class PartCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("PART", 1, "PART <channel>{,<channel>} [<reason>]: leaves channels.")
        .from("Modern IRC, PART message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var channels = CommaList.of(line.param(0));
    return channels.isEmpty()
        ? Reply.of(session.numeric("461", "PART", "Not enough parameters"))
        : leave(session, channels, line.param(1));
  }

  /// Leaves all of these.
  static Reply leave(IrcSession session, List<String> channels, String reason) {
    return Pending.finish(
        session, channels.stream().map(channel -> ask(session, channel, reason)).toList());
  }

  private static Pending ask(IrcSession session, String channel, String reason) {
    int most = session.salon().limits().quitLength();
    return session
        .salon()
        .channelName(channel)
        .map(name ->
            new Pending(
                session.begin(name, new Leave(session.fit(reason, most, "PART", name.shown()))),
                session::answer))
        .orElseGet(() -> Pending.of(session.refuse(new BadChannelName(channel))));
  }
}
