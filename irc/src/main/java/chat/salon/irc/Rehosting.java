package chat.salon.irc;

import chat.salon.core.Actor;
import chat.salon.core.Auditorium;
import chat.salon.core.ChannelState;
import chat.salon.core.Event;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Member;
import chat.salon.core.Rank;
import chat.salon.wire.Line;
import chat.salon.wire.ModeString.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How somebody who has another host looks to clients that do not know CHGHOST: they quit, and come
/// into the shared channels again (IRCv3 chghost, "Fallback"). Where the configuration wants it. On
/// the reader's event loop.
final class Rehosting {
  private static final String REASON = "Changing host";

  private Rehosting() {}

  /// Whether a session is to see an event so.
  static boolean isFor(IrcSession session, Caps caps, Event event) {
    return event instanceof PersonChanged changed
        && isElsewhere(event)
        && !caps.has(Cap.CHGHOST)
        && session.door().hosts().settings().fallback()
        && !session.personId().equals(changed.after().id());
  }

  /// Whether somebody is shown under another host from then on.
  static boolean isElsewhere(Event event) {
    return event instanceof PersonChanged changed
        && !changed.before().host().equals(changed.after().host());
  }

  /// The lines of the event as such a client is shown it.
  ///
  /// @param lines as it would be shown otherwise: a NICK, if any, comes first
  static List<Line> lines(
      IrcSession session, PersonChanged changed, Reader reader, List<Line> lines) {
    var after = changed.after();
    var all = new ArrayList<>(lines);
    boolean isRenamed = !changed.before().nick().shown().equals(after.nick().shown());
    var again = new ArrayList<Line>();
    var former = changed.before().withNick(after.nick()).mask();
    var stamp = changed.stamp().unkept();
    again.addAll(EventLines.tagged(stamp, after, reader, Line.of(former, "QUIT", REASON)));
    var actor = session.actor();
    for (var name : session.presence().channels().stream().sorted().toList()) {
      session
          .salon()
          .look(actor, name)
          .ifPresent(channel ->
              channel
                  .member(after.id())
                  .ifPresent(member -> comeIn(again, channel, member, actor, reader, changed)));
    }
    all.addAll(isRenamed && !all.isEmpty() ? 1 : 0, again);
    return all;
  }

  private static void comeIn(
      List<Line> lines,
      ChannelState channel,
      Member member,
      Actor actor,
      Reader reader,
      PersonChanged changed) {
    var who = changed.after();
    var joined =
        new Joined(changed.stamp().unkept(), channel.name(), who, member.ranks(), member.nodes());
    if (member.ranks().isNone() && Auditorium.hides(joined, channel, actor)) {
      return; // who is not seen there was not seen leaving
    }
    lines.addAll(EventLines.of(joined, reader));
    var ranks =
        Arrays.stream(Rank.values())
            .filter(member.ranks()::has)
            .map(rank -> new Change(true, rank.letter(), who.nick().shown()))
            .toList();
    lines.addAll(ModeLines.ofChannel(reader, reader.server(), channel.name(), ranks));
  }
}
