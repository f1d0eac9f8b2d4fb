package chat.salon.core;

import chat.salon.core.Absentees.Loss;
import chat.salon.core.Event.Added;
import chat.salon.core.Event.Attached;
import chat.salon.core.Event.Described;
import chat.salon.core.Event.Detached;
import chat.salon.core.Event.Fact;
import chat.salon.core.Event.Invited;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Kicked;
import chat.salon.core.Event.Later;
import chat.salon.core.Event.Left;
import chat.salon.core.Event.MetadataSet;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Event.Moved;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Event.Quit;
import chat.salon.core.Event.Renamed;
import chat.salon.core.Event.Returned;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Split;
import chat.salon.core.Event.TopicSet;
import chat.salon.core.Roster.Group;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The readers on this node. Knows who is in which channel from the events themselves, in their
/// order, and hands each event once to each outlet that has readers of it. Called by the turns of
/// conversations (on this node, or through a relay); never waits and never throws.
public final class Audience {
  private static final int FACTS_REMEMBERED = 4096;
  private static final int LOSSES_REMEMBERED = 65_536;
  private static final Duration FACT_REMEMBERED = Duration.ofMinutes(2);

  private final int node;
  private final Map<PersonId, Presence> presences = new ConcurrentHashMap<>();
  private final Map<ChannelName, Roster> rosters = new ConcurrentHashMap<>();
  private final SequencedMap<Long, Told> facts = bounded(FACTS_REMEMBERED);
  private final SequencedMap<PersonId, Told> losses = bounded(LOSSES_REMEMBERED);
  private final Absentees absentees = new Absentees();
  private final Supplier<Limits> limits;

  private static <K> SequencedMap<K, Told> bounded(int most) {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, Told> eldest) {
        return size() > most;
      }
    };
  }

  /// That of a server which is alone, and loses no node.
  public Audience(int node) {
    this(node, () -> Limits.DEFAULT);
  }

  /// @param node the number of this node
  /// @param limits those that hold when something happens
  public Audience(int node, Supplier<Limits> limits) {
    this.node = node;
    this.limits = limits;
  }

  /// Shows the events of a turn to those on this node whom they are for: a run of events for the
  /// same people goes to each outlet as one.
  public void deliver(List<Delivery> deliveries) {
    int from = 0;
    while (from < deliveries.size()) {
      var first = deliveries.get(from);
      int to = from + 1;
      if (isShownAlike(first)) {
        while (to < deliveries.size() && goesWith(first, deliveries.get(to))) {
          to++;
        }
        hand(deliveries.subList(from, to), first.only());
      } else if (first.event() instanceof Joined) {
        to = comeIn(deliveries, from);
      } else {
        deliver(first);
      }
      from = to;
    }
  }

  /// Shows what was said privately a while ago to those sessions that were there then, under the
  /// same nick.
  void deliverLate(Delivery delivery) {
    var people = delivery.only();
    if (people != null) {
      long said = delivery.event().stamp().id();
      var then = new HashSet<>(people);
      if (delivery.event() instanceof Later later && later.where() instanceof Pair pair) {
        then.retainAll(whoMayKnow(later, pair, people));
      }
      then.removeIf(id -> !isNamedSince(id, said));
      var sessions = sessions(then);
      sessions.removeIf(session -> session.id() > said);
      hand(List.of(delivery), Roster.group(sessions));
    }
  }

  // A guest who took the nick after the message was said is another than whom it was said to.
  private Set<PersonId> whoMayKnow(Later later, Pair pair, @Nullable Set<PersonId> people) {
    var by = later.by();
    var may = new HashSet<PersonId>(people == null ? Set.of() : people);
    if (Pair.isGuest(pair.across(Pair.party(by)))) {
      may.removeIf(id -> !id.equals(by.id()) && !isNamedSince(id, later.about().id()));
    }
    return may;
  }

  private boolean isNamedSince(PersonId person, long moment) {
    var presence = presences.get(person);
    return presence != null && presence.named() < moment;
  }

  private static boolean goesWith(Delivery first, Delivery other) {
    return isShownAlike(other) && Objects.equals(first.only(), other.only());
  }

  // Changes nothing of who sees what follows.
  private static boolean isShownAlike(Delivery delivery) {
    return switch (delivery.event()) {
      case Said _, TopicSet _, Described _, MetadataSet _, ModesChanged _, Added _ -> true;
      case Later later -> !(later.where() instanceof Pair);
      default -> false;
    };
  }

  private void deliver(Delivery delivery) {
    var event = delivery.event();
    switch (event) {
      case Attached attached -> attach(delivery, attached);
      case Left(_, var where, var who, _) -> leave(delivery, where, who.id());
      case Kicked(_, var where, _, var who, _) -> leave(delivery, where, who.id());
      case Quit(_, var where, var who, _, _) -> leave(delivery, where, who.id());
      case Split split -> split(delivery, split);
      case Renamed renamed -> giveAway(renamed);
      case Moved moved -> move(delivery, moved);
      case Detached _ -> {}
      case Later later when later.where() instanceof Pair pair ->
          toPeople(List.of(delivery), whoMayKnow(later, pair, delivery.only()));
      default -> hand(List.of(delivery), delivery.only());
    }
  }

  // Those who come back from one loss one after the other are shown together to all who were there
  // before them.
  private int comeIn(List<Delivery> deliveries, int from) {
    var loss = loss(deliveries.get(from));
    int to = from + 1;
    if (loss.isEmpty()) {
      enter(deliveries.get(from));
      hand(deliveries.subList(from, to), deliveries.get(from).only());
      return to;
    }
    while (to < deliveries.size() && loss.equals(loss(deliveries.get(to)))) {
      to++;
    }
    comeBack(deliveries.subList(from, to), loss.get());
    return to;
  }

  private Optional<Loss> loss(Delivery delivery) {
    return delivery.event() instanceof Joined joined && delivery.only() == null
        ? absentees.of(joined, Duration.ofSeconds(limits.get().netjoinSeconds()))
        : Optional.empty();
  }

  private void comeBack(List<Delivery> deliveries, Loss loss) {
    var back = deliveries.stream().map(delivery -> (Joined) delivery.event()).toList();
    var first = back.getFirst();
    var roster = rosters.get(first.where());
    var there = roster == null ? List.<Group>of() : roster.groups();
    for (var delivery : deliveries) {
      enter(delivery);
      toReadersBut(there, delivery);
    }
    back.forEach(absentees::cameBack);
    if (!there.isEmpty()) {
      var returned =
          new Returned(first.stamp().unkept(), first.where(), back, loss.near(), loss.far());
      hand(List.of(new Delivery(returned, null, null)), there);
    }
  }

  private void enter(Delivery delivery) {
    if (delivery.event() instanceof Joined joined) {
      synchronized (facts) {
        losses.remove(joined.who().id()); // who was believed lost is there
      }
      enter(joined.where(), joined.who().id());
    }
  }

  private void toReadersBut(List<Group> others, Delivery delivery) {
    var without = new HashSet<Session>();
    others.forEach(group -> without.addAll(List.of(group.readers())));
    var roster = delivery.event().where() instanceof ChannelName name ? rosters.get(name) : null;
    for (var group : roster == null ? List.<Group>of() : roster.groups()) {
      var readers = group.only(reader -> !without.contains(reader));
      if (readers.length > 0) {
        group.outlet().deliver(List.of(delivery), readers);
      }
    }
  }

  /// The presence of somebody on this node: the one that is there already, or this one.
  Presence arrive(Presence presence) {
    var there = presences.putIfAbsent(presence.id(), presence);
    return there == null ? presence : there;
  }

  void depart(Presence presence) {
    presences.remove(presence.id(), presence);
  }

  /// A session that has ended sees no channel any more.
  void remove(Presence presence, Session session) {
    for (var channel : presence.channels()) {
      var roster = rosters.get(channel);
      if (roster != null) {
        roster.remove(presence.id(), session);
      }
    }
  }

  /// Whether somebody has sessions on this node.
  public boolean isHere(PersonId person) {
    return presences.containsKey(person);
  }

  /// Somebody's sessions on this node, if any.
  public Optional<Visit> visit(PersonId person) {
    return Optional.ofNullable(presence(person)).map(presence -> presence.visit(node));
  }

  @Nullable Presence presence(PersonId person) {
    return presences.get(person);
  }

  Collection<Presence> presences() {
    return Collections.unmodifiableCollection(presences.values());
  }

  private void enter(ChannelName where, PersonId person) {
    var presence = presences.get(person);
    if (presence != null) {
      presence.entered(where);
      var sessions = presence.sessions();
      var roster = rosters.computeIfAbsent(where, _ -> new Roster());
      roster.add(person, sessions);
      for (var session : sessions) {
        if (!presence.has(session)) { // it ended meanwhile, and was not in here yet
          roster.remove(person, session);
        }
      }
    }
  }

  private void attach(Delivery delivery, Attached attached) {
    var presence = presences.get(attached.who().id());
    if (presence == null || attached.node() != node) {
      return;
    }
    presence.entered(attached.where());
    var roster = rosters.computeIfAbsent(attached.where(), _ -> new Roster());
    for (var session : presence.sessions()) {
      if (session.id() == attached.session() && roster.add(presence.id(), List.of(session))) {
        session.deliver(delivery);
      }
    }
  }

  private void leave(Delivery delivery, ChannelName where, PersonId person) {
    hand(List.of(delivery), delivery.only());
    var presence = presences.get(person);
    if (presence != null) {
      presence.left(where);
    }
    rosters.computeIfPresent(
        where,
        (_, roster) -> {
          roster.remove(person);
          return roster.isEmpty() ? null : roster;
        });
  }

  // Nobody is shown that: they are about to be in it under its new name.
  private void giveAway(Renamed renamed) {
    rosters.remove(renamed.where());
    for (var member : renamed.as().members()) {
      var presence = presences.get(member.person().id());
      if (presence != null) {
        presence.left(renamed.where());
      }
    }
  }

  // It looks different to each of them.
  private void move(Delivery delivery, Moved moved) {
    for (var member : moved.as().members()) {
      enter(moved.where(), member.person().id());
    }
    var roster = rosters.get(moved.where());
    for (var group : roster == null ? List.<Group>of() : roster.groups()) {
      for (var reader : group.readers()) {
        reader.deliver(delivery);
      }
    }
  }

  // Whoever shares several channels with the lost is shown each of them once.
  private void split(Delivery delivery, Split split) {
    var roster = rosters.get(split.where());
    if (roster == null) {
      return;
    }
    absentees.left(split);
    var lost = split.gone().stream().map(Person::id).toList();
    var only = delivery.only();
    for (var group : only == null ? roster.groups() : Roster.group(sessions(only))) {
      for (var reader : group.readers()) {
        var news = split.of(untold(reader, split.gone()));
        if (!news.gone().isEmpty()) {
          reader.deliver(new Delivery(news, delivery.origin(), null));
        }
      }
    }
    lost.forEach(roster::remove);
  }

  private boolean isLost(PersonId person) {
    synchronized (facts) {
      return losses.containsKey(person);
    }
  }

  // Who was shown that a node took somebody with it has seen them go.
  private void handUntold(List<Delivery> deliveries, List<Group> groups, Person gone) {
    for (var group : groups) {
      var readers = group.only(reader -> !untold(reader, List.of(gone)).isEmpty());
      if (readers.length > 0) {
        group.outlet().deliver(deliveries, readers);
      }
    }
  }

  private List<Person> untold(Session reader, List<Person> gone) {
    synchronized (facts) {
      return gone.stream()
          .filter(who -> losses.computeIfAbsent(who.id(), _ -> new Told()).sessions.add(reader))
          .toList();
    }
  }

  // Of one conversation.
  private void toReaders(List<Delivery> deliveries) {
    if (!deliveries.isEmpty()
        && deliveries.getFirst().event().where() instanceof ChannelName name) {
      var roster = rosters.get(name);
      if (roster != null) {
        hand(deliveries, roster.groups());
      }
    }
  }

  private void hand(List<Delivery> deliveries, @Nullable Set<PersonId> only) {
    if (only == null) {
      toReaders(deliveries);
    } else {
      toPeople(deliveries, only);
    }
  }

  private void toPeople(List<Delivery> deliveries, Set<PersonId> people) {
    var heard = people;
    for (var delivery : deliveries) {
      var by = addresses(delivery.event());
      if (by != null && people.stream().anyMatch(id -> blocks(id, by))) {
        heard = new HashSet<>(heard);
        heard.removeIf(id -> blocks(id, by));
      }
    }
    hand(deliveries, Roster.group(sessions(heard)));
  }

  // Who turns to somebody by an event; null for nobody who could be blocked.
  private static @Nullable AccountName addresses(Event event) {
    return switch (event) {
      case Said said when said.where() instanceof Pair -> said.by().account();
      case Invited invited -> invited.by().account();
      default -> null;
    };
  }

  private boolean blocks(PersonId reader, AccountName who) {
    var presence = presences.get(reader);
    return presence != null && presence.ties().blocks(who);
  }

  private List<Session> sessions(Set<PersonId> people) {
    var sessions = new ArrayList<Session>();
    for (var person : people) {
      var presence = presences.get(person);
      if (presence != null) {
        sessions.addAll(presence.sessions());
      }
    }
    return sessions;
  }

  private void hand(List<Delivery> deliveries, List<Group> groups) {
    var first = deliveries.getFirst().event();
    if (first instanceof Quit quit && isLost(quit.who().id())) {
      handUntold(deliveries, groups, quit.who());
      return;
    }
    var fact =
        switch (first) {
          case Quit quit -> quit.fact();
          case PersonChanged changed -> changed.fact();
          default -> null;
        };
    if (fact == null || fact.copies() <= 1) {
      for (var group : groups) {
        group.outlet().deliver(deliveries, group.readers());
      }
      return;
    }
    synchronized (facts) {
      var told = told(fact);
      for (var group : groups) {
        var readers = group.only(told.sessions::add);
        if (readers.length > 0) {
          group.outlet().deliver(deliveries, readers);
        }
      }
    }
  }

  private Told told(Fact fact) {
    var told = facts.computeIfAbsent(fact.id(), _ -> new Told());
    // a copy that never comes, of a channel left meanwhile, is not waited for
    var since = Stamps.time(fact.id()).minus(FACT_REMEMBERED);
    while (Stamps.time(facts.firstEntry().getKey()).isBefore(since)) {
      facts.pollFirstEntry();
    }
    if (++told.copies >= fact.copies()) {
      facts.remove(fact.id());
    }
    return told;
  }

  /// Who has been told a fact, while its copies come in.
  private static final class Told {
    private final Set<Session> sessions = Collections.newSetFromMap(new IdentityHashMap<>());
    private int copies;
  }
}
