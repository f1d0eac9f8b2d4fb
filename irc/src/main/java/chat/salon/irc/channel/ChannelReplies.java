package chat.salon.irc.channel;

import chat.salon.core.ChannelState;
import chat.salon.core.Flag;
import chat.salon.core.Member;
import chat.salon.core.request.Rights;
import chat.salon.irc.Cap;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Sight;
import chat.salon.wire.Line;
import java.util.List;

/// What several commands tell of a channel: its topic, and who is in it.
final class ChannelReplies {
  private ChannelReplies() {}

  /// RPL_TOPIC and RPL_TOPICWHOTIME; nothing when there is no topic.
  static Reply topic(IrcSession session, ChannelState channel) {
    var name = channel.name().shown();
    return channel
        .topic()
        .map(topic ->
            Reply.of(
                session.numeric("332", name, topic.text()),
                session.numeric(
                    "333", name, topic.by(), String.valueOf(topic.at().getEpochSecond()))))
        .orElse(Reply.NONE);
  }

  /// RPL_NAMREPLY, as many as it takes; none when the asker may see nobody there.
  static List<Line> names(IrcSession session, ChannelState channel) {
    var actor = session.actor();
    if (!Rights.mayFind(actor, channel)) {
      return List.of();
    }
    boolean isInside = channel.has(actor.id());
    var names =
        channel.members().stream()
            .filter(member -> channel.shows(member, actor.id()))
            .filter(member -> Rights.maySee(actor, member.person(), isInside))
            .filter(member -> isInside || Sight.shows(session, member.person()))
            .map(member -> name(session, member))
            .toList();
    var symbol = channel.has(Flag.SECRET) ? "@" : channel.has(Flag.PRIVATE) ? "*" : "=";
    var shown = channel.name().shown();
    return session.onLines(names, session.numeric("353", symbol, shown, "")).stream()
        .map(some -> session.numeric("353", symbol, shown, some))
        .toList();
  }

  /// RPL_ENDOFNAMES.
  ///
  /// @param asked as the client wrote it
  static Line endOfNames(IrcSession session, String asked) {
    return session.numeric("366", Line.word(asked), "End of /NAMES list");
  }

  private static String name(IrcSession session, Member member) {
    var prefixes = member.ranks().prefixes();
    if (!session.has(Cap.MULTI_PREFIX) && prefixes.length() > 1) {
      prefixes = prefixes.substring(0, 1);
    }
    var person = member.person();
    return prefixes + (session.has(Cap.USERHOST_IN_NAMES) ? person.mask() : person.nick().shown());
  }
}
