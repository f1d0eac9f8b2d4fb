package chat.salon.core;

import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Kicked;
import chat.salon.core.Event.Left;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Event.Quit;
import chat.salon.core.Event.Sighted;
import chat.salon.core.Event.Split;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.Outcome.Done;
import java.util.ArrayList;
import java.util.HashMap;
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

  /// An outcome with what changes for those who see each other because of it: who comes into sight
  /// does so before the modes change, who goes out of sight after it. Whom a rank brings into sight
  /// the change of modes itself shows.
  ///
  /// @param before the channel when it was asked
  static Outcome sighted(Outcome outcome, ChannelState before, Stamp stamp) {
    if (!(outcome instanceof Done(var events, var refusals))
        || events.stream().noneMatch(Auditorium::changesSight)) {
      return outcome;
    }
    var after = before.copy();
    events.forEach(after::apply);
    if (!before.has(Flag.AUDITORIUM) && !after.has(Flag.AUDITORIUM)) {
      return outcome;
    }
    var all = new ArrayList<Event>(sightings(before, after, stamp.unkept(), true));
    all.addAll(events);
    all.addAll(sightings(before, after, stamp.unkept(), false));
    return new Done(all, refusals);
  }

  private static boolean changesSight(Event event) {
    return event instanceof ModesChanged modes
        && modes.changes().stream()
            .anyMatch(change ->
                change instanceof Ranked
                    || (change instanceof Flagged flagged && flagged.flag() == Flag.AUDITORIUM));
  }

  // None when there are more than one can be expected to be told: NAMES tells it.
  private static List<Sighted> sightings(
      ChannelState before, ChannelState after, Stamp stamp, boolean on) {
    var viewers = new HashMap<List<Boolean>, Set<PersonId>>();
    for (var member : after.members()) {
      var sees = List.of(seesAll(member, before), seesAll(member, after));
      viewers.computeIfAbsent(sees, _ -> new HashSet<>()).add(member.person().id());
    }
    var found = new ArrayList<Sighted>();
    long told = 0;
    for (var member : after.members()) {
      var by = new HashSet<PersonId>();
      viewers.forEach((sees, people) -> {
        boolean saw = sees.getFirst() || isRanked(member, before);
        boolean sights = sees.getLast() || isRanked(member, after);
        if (saw != sights && sights == on && !(on && isRaised(member, before, after))) {
          by.addAll(people);
        }
      });
      by.remove(member.person().id());
      told += by.size();
      if (!by.isEmpty()) {
        found.add(new Sighted(stamp, after.name(), member.person(), on, by));
      }
      if (told > after.limits().sightings()) {
        return List.of();
      }
    }
    return found;
  }

  // Who is given a rank is shown by that: as in Ergo, the MODE tells it, and no JOIN before it.
  private static boolean isRaised(Member member, ChannelState before, ChannelState after) {
    return !isRanked(member, before) && isRanked(member, after);
  }

  private static boolean seesAll(Member viewer, ChannelState channel) {
    return !channel.has(Flag.AUDITORIUM)
        || channel.ranks(viewer.person().id()).atLeast(Rank.HALFOP);
  }

  private static boolean isRanked(Member member, ChannelState channel) {
    return !channel.ranks(member.person().id()).isNone();
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
