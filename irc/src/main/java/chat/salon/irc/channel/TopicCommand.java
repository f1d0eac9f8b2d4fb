package chat.salon.irc.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.request.SetTopic;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// TOPIC: tells what a channel is about, or sets it.
final class TopicCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "TOPIC",
            1,
            "TOPIC <channel> [<text>]: tells a channel's topic, or sets it; empty clears it.")
        .from("Modern IRC, TOPIC message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    return session
        .salon()
        .channelName(line.param(0))
        .map(name -> line.size() < 2 ? tell(session, name) : set(session, name, line.param(1)))
        .orElseGet(() -> session.refuse(new BadChannelName(line.param(0))));
  }

  private static Reply tell(IrcSession session, ChannelName name) {
    return session
        .look(name)
        .map(channel -> tell(session, channel))
        .orElseGet(() -> session.refuse(new NoSuchChannel(name.shown())));
  }

  private static Reply tell(IrcSession session, ChannelState channel) {
    return channel.topic().isPresent()
        ? ChannelReplies.topic(session, channel)
        : Reply.of(session.numeric("331", channel.name().shown(), "No topic is set"));
  }

  private static Reply set(IrcSession session, ChannelName name, String text) {
    int most = session.salon().limits().topicLength();
    return session.answer(
        session.ask(name, new SetTopic(session.fit(text, most, "TOPIC", name.shown()))));
  }
}
