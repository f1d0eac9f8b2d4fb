package chat.salon.core;

import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Kicked;
import chat.salon.core.Event.Left;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Event.Quit;
import chat.salon.core.Event.Split;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is shown that people come, change and go in an auditorium (`+u`): of members without a rank
/// it is the team of the channel, and themselves. Pure.
public final class Auditorium {
  private Auditorium() {}

  /// Those whom an event is for; null when it is for all.
  ///
  /// @param before the channel when the turn of the event began
  /// @param after the channel when it had ended
  static @Nullable Set<PersonId> only(Event event, ChannelState before, ChannelState after) {
    var people = about(event);
    if (people.isEmpty() || !after.has(Flag.AUDITORIUM)) {
      return null;
    }
    boolean isSeen =
        event instanceof Joined joined
            ? !joined.ranks().isNone()
            : people.stream().anyMatch(who -> isSeen(who, before, after));
    return isSeen ? null : team(people, after);
  }

  /// Whether an event of the past is hidden from somebody who reads it now.
  public static boolean hides(Event event, ChannelState channel, Actor reader) {
    return channel.has(Flag.AUDITORIUM)
        && !channel.ranks(reader.id()).atLeast(Rank.HALFOP)
        && about(event).stream().anyMatch(who -> !who.nick().equals(reader.nick()));
  }

  private static boolean isSeen(Person who, ChannelState before, ChannelState after) {
    return before
        .member(who.id())
        .or(() -> after.member(who.id()))
        .filter(member -> !member.ranks().isNone())
        .isPresent();
  }

  private static Set<PersonId> team(List<Person> people, ChannelState channel) {
    var readers = new HashSet<PersonId>();
    people.forEach(who -> readers.add(who.id()));
    for (var member : channel.members()) {
      if (member.ranks().atLeast(Rank.HALFOP)) {
        readers.add(member.person().id());
      }
    }
    return readers;
  }

  // Who comes, changes or goes by it; nobody when it is about something else.
  private static List<Person> about(Event event) {
    return switch (event) {
      case Joined joined -> List.of(joined.who());
      case Left left -> List.of(left.who());
      case Kicked kicked -> List.of(kicked.who());
      case Quit quit -> List.of(quit.who());
      case PersonChanged changed -> List.of(changed.before());
      case Split split -> split.gone();
      default -> List.of();
    };
  }
}
