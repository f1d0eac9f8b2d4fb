package chat.salon.core;

import chat.salon.core.Event.Added;
import chat.salon.core.Event.Described;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Kicked;
import chat.salon.core.Event.Later;
import chat.salon.core.Event.Left;
import chat.salon.core.Event.MetadataSet;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Event.Quit;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Split;
import chat.salon.core.Event.TopicSet;
import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// What the people of a node missed of a channel while nothing came from its owner: who came and
/// went is seen by comparing the channel then and now, and the rest is in the log.
final class CatchUp {
  private static final int PAGE = 1000;

  private final MessageLog log;
  private final Stamps stamps;
  private final Unanswered unanswered;
  private final int node;
  private final IntFunction<String> names;

  /// @param unanswered what sessions of this node have asked
  /// @param node the number of this node
  /// @param names of nodes, also of those that were lost
  CatchUp(
      MessageLog log, Stamps stamps, Unanswered unanswered, int node, IntFunction<String> names) {
    this.log = log;
    this.stamps = stamps;
    this.unanswered = unanswered;
    this.node = node;
    this.names = names;
  }

  /// Those who came, what was said and set, and those who went, in this order.
  ///
  /// @param from the id of the newest event that this node was shown
  /// @param to that of the newest there is
  List<Delivery> missed(ChannelState then, long from, ChannelState now, long to) {
    var missed = new ArrayList<Delivery>();
    for (var member : now.members()) {
      if (!then.has(member.person().id())) {
        missed.add(
            delivery(
                new Joined(unkept(), now.name(), member.person(), member.ranks(), member.nodes()),
                then,
                now));
      }
    }
    for (var key : then.metadata().differences(now.metadata())) { // in no log
      var value = now.metadata().get(key);
      missed.add(delivery(new MetadataSet(unkept(), now.name(), Person.SERVER, key, value)));
    }
    var departures = new HashMap<Nick, Event>();
    for (var event : read(now.name(), from, to)) {
      switch (event) {
        case Said said -> missed.add(said(said, now));
        case Later later -> missed.add(later(later, now));
        case TopicSet _, Described _, ModesChanged _, Added _ -> missed.add(delivery(event));
        case Left left -> departures.put(left.who().nick(), left);
        case Kicked kicked -> departures.put(kicked.who().nick(), kicked);
        case Quit quit -> departures.put(quit.who().nick(), quit);
        default -> {}
      }
    }
    var lost = new TreeMap<Integer, List<Person>>();
    for (var member : then.members()) {
      var who = member.person();
      if (now.has(who.id())) {
        continue;
      }
      var elsewhere = member.nodes().stream().filter(on -> on != node).findFirst();
      if (departures.containsKey(who.nick()) || elsewhere.isEmpty()) {
        missed.add(delivery(departure(who, now.name(), departures), then, now));
      } else { // nobody goes without a word in the log but with a node
        lost.computeIfAbsent(elsewhere.get(), _ -> new ArrayList<>()).add(who);
      }
    }
    lost.forEach((far, gone) -> missed.add(delivery(split(now.name(), gone, far), then, now)));
    return withOrigins(now.name(), missed);
  }

  /// What comes from the log, with the sessions of this node whose requests led to it.
  List<Delivery> withOrigins(ConversationId<?> where, List<Delivery> fromLog) {
    if (fromLog.isEmpty()) {
      return fromLog;
    }
    var origins = new HashMap<Long, Origin>();
    for (var asked : unanswered.of(where)) {
      log.find(where, asked.party(), asked.key())
          .ifPresent(event -> origins.put(event.stamp().id(), asked.origin()));
    }
    return origins.isEmpty()
        ? fromLog
        : fromLog.stream().map(one -> withOrigin(one, origins)).toList();
  }

  private static Delivery withOrigin(Delivery delivery, Map<Long, Origin> origins) {
    var origin = origins.get(delivery.event().stamp().id());
    return origin == null ? delivery : new Delivery(delivery.event(), origin, delivery.only());
  }

  private Split split(ChannelName where, List<Person> gone, int far) {
    return new Split(unkept(), where, List.copyOf(gone), names.apply(node), names.apply(far));
  }

  private List<Event> read(ChannelName where, long from, long to) {
    var events = new ArrayList<Event>();
    while (from < to) {
      var page = log.read(new Page(where, from, to + 1, PAGE, false, false, Rank.FOUNDER));
      events.addAll(page);
      if (page.size() < PAGE) {
        break;
      }
      from = page.getLast().stamp().id();
    }
    return events;
  }

  // In the log people are known by their nicks only.
  private Event departure(Person who, ChannelName where, Map<Nick, Event> departures) {
    return switch (departures.get(who.nick())) {
      case Kicked(var stamp, _, var by, _, var reason) -> new Kicked(stamp, where, by, who, reason);
      case Left(var stamp, _, _, var reason) -> new Left(stamp, where, who, reason);
      case Quit(var stamp, _, _, var reason, var fact) -> new Quit(stamp, where, who, reason, fact);
      case null, default ->
          new Quit(unkept(), where, who, "Connection lost", new Event.Fact(stamps.next(), 1));
    };
  }

  private static Delivery said(Said said, ChannelState now) {
    return forRank(said, said.by(), said.least(), now);
  }

  private static Delivery later(Later later, ChannelState now) {
    return forRank(later, later.by(), later.about().least(), now);
  }

  private static Delivery forRank(Event event, Person by, @Nullable Rank least, ChannelState now) {
    return new Delivery(event, null, least == null ? null : Channel.readers(by, least, now));
  }

  private static Delivery delivery(Event event, ChannelState then, ChannelState now) {
    return new Delivery(event, null, Auditorium.only(event, then, now));
  }

  private static Delivery delivery(Event event) {
    return new Delivery(event, null, null);
  }

  private Stamp unkept() {
    return new Stamp(stamps.next(), 0);
  }
}
