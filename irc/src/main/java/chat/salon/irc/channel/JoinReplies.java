package chat.salon.irc.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.irc.Cap;
import chat.salon.irc.IrcSession;
import chat.salon.irc.MetadataLines;
import chat.salon.irc.Reply;

/// What somebody is told of a channel that they have just come into, after the JOIN.
public final class JoinReplies {
  private JoinReplies() {}

  /// The topic, if there is one, and who is there; nothing when they have left already.
  public static Reply of(IrcSession session, ChannelName name) {
    return session
        .salon()
        .look(session.actor(), name)
        .filter(channel -> channel.has(session.presence().id()))
        .map(channel ->
            ChannelReplies.topic(session, channel)
                .and(names(session, channel, marker(session, channel.name())))
                .and(MetadataLines.joined(session, channel)))
        .orElse(Reply.NONE);
  }

  // IRCv3 no-implicit-names: who negotiated it asks for them.
  private static Reply names(IrcSession session, ChannelState channel, Reply marker) {
    return session.has(Cap.NO_IMPLICIT_NAMES)
        ? marker
        : Reply.of(ChannelReplies.names(session, channel))
            .and(marker)
            .and(ChannelReplies.endOfNames(session, channel.name().shown()));
  }

  // Before the end of the names, as the specification asks.
  private static Reply marker(IrcSession session, ChannelName name) {
    if (!session.has(Cap.READ_MARKER)) {
      return Reply.NONE;
    }
    long marker = session.salon().reading().marker(session.presence(), name);
    return Reply.of(MarkReadCommand.line(session, name, name.shown(), marker));
  }
}
