package chat.salon.irc;

import chat.salon.core.Event.Moved;
import chat.salon.core.Member;
import chat.salon.core.Person;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.List;

/// How it looks that a channel has another name: to who knows it, a RENAME; to others, as if they
/// had left the one and come into the other (IRCv3 draft/channel-rename, "Fallback"). Pure.
final class RenameLines {
  private RenameLines() {}

  static List<Line> of(Moved moved, Reader reader) {
    var from = moved.from().shown();
    if (reader.has(Cap.CHANNEL_RENAME)) {
      var line = Line.of(moved.by().mask(), "RENAME", from, moved.where().shown(), moved.reason());
      return EventLines.tagged(moved.stamp(), moved.by(), reader, line);
    }
    return isOtherwiseWritten(moved)
        ? List.of()
        : moved.as().members().stream()
            .map(Member::person)
            .filter(member -> reader.is(member.id()))
            .flatMap(member -> leftAndCameIn(moved, member, reader).stream())
            .toList();
  }

  /// Whether only capitals changed, of which nobody is told who does not know RENAME.
  static boolean isOtherwiseWritten(Moved moved) {
    return moved.from().equals(moved.where());
  }

  private static List<Line> leftAndCameIn(Moved moved, Person member, Reader reader) {
    var from = moved.from().shown();
    var part =
        moved.reason().isEmpty()
            ? Line.of(member.mask(), "PART", from)
            : Line.of(member.mask(), "PART", from, moved.reason());
    var account = member.account() == null ? "*" : member.account().shown();
    var to = moved.where().shown();
    var join =
        reader.has(Cap.EXTENDED_JOIN)
            ? Line.of(member.mask(), "JOIN", to, account, member.realname())
            : Line.of(member.mask(), "JOIN", to);
    var lines = new ArrayList<>(EventLines.tagged(moved.stamp(), member, reader, part));
    lines.addAll(EventLines.tagged(moved.stamp(), member, reader, join));
    return lines;
  }
}
