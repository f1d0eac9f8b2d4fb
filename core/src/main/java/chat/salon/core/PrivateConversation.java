package chat.salon.core;

import chat.salon.core.Event.Later;
import chat.salon.core.Event.Said;
import chat.salon.core.port.Conversations;
import chat.salon.core.port.Directory;
import chat.salon.core.port.Head;
import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Page;
import chat.salon.core.port.StoredChannel;
import chat.salon.core.port.Succession;
import chat.salon.core.request.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The owner of one private conversation.
final class PrivateConversation extends Conversation<PrivateState> {
  private static final Duration MOMENT =
      Duration.ofMinutes(1); // longer than any owner takes to die
  private static final int MOST_UNTOLD = 1000;

  private final Pair pair;
  private final Conversations stored;
  private final Succession succession;
  private final MessageLog log;
  private final Stamps stamps;
  private final Directory directory;
  private final Supplier<Limits> limits;
  private boolean isTakenOver;
  private Set<PersonId> lastTwo = Set.of();

  PrivateConversation(Pair pair, Conversations stored, Host host) {
    super(pair, host);
    this.pair = pair;
    this.stored = stored;
    this.succession = host.succession();
    this.log = host.log();
    this.stamps = host.stamps();
    this.directory = host.directory();
    this.limits = host.limits();
  }

  @Override
  Head stored() {
    return stored.head(pair).orElse(Head.START);
  }

  @Override
  Loaded<PrivateState> load() {
    long epoch = succession.take(pair);
    isTakenOver = epoch != 0;
    return new Loaded<>(new PrivateState(pair, limits), stored().withEpoch(epoch));
  }

  @Override
  List<Delivery> untold() {
    if (!isTakenOver) {
      return List.of();
    }
    long from = Stamps.at(stamps.now().minus(MOMENT));
    var newest = new Page(pair, from, Long.MAX_VALUE, MOST_UNTOLD, true, false, null);
    var untold = new ArrayList<Delivery>();
    for (var event : log.read(newest)) {
      switch (event) {
        case Said said when !said.aftermath().isRedacted() -> untold.add(delivery(said));
        case Later later -> untold.add(delivery(later));
        default -> {}
      }
    }
    untold.removeIf(delivery -> Set.of().equals(delivery.only()));
    return untold;
  }

  private Delivery delivery(Later later) {
    var by = present(later.by().nick());
    var again = FromLog.by(by.orElseGet(() -> FromLog.absent(later.by(), later.stamp())), later);
    return new Delivery(again, null, parties());
  }

  private Delivery delivery(Said said) {
    var by = present(said.by().nick());
    var to = Nick.parse(said.target()).flatMap(this::present);
    var people = new HashSet<PersonId>();
    by.ifPresent(person -> people.add(person.id()));
    to.ifPresent(person -> people.add(person.id()));
    var speaker = by.orElseGet(() -> FromLog.absent(said.by(), said.stamp()));
    var again = FromLog.said(said, speaker, to.map(Person::id).orElse(null));
    return new Delivery(again, null, people);
  }

  private Optional<Person> present(Nick nick) {
    return directory.find(nick).filter(person -> pair.has(Pair.party(person)));
  }

  @Override
  @Nullable ChannelSnapshot snapshot(PrivateState state, Head head) {
    return null;
  }

  @Override
  Head head(Head before, PrivateState state) {
    return before;
  }

  @Override
  @Nullable StoredChannel stored(PrivateState state, Head head) {
    return null;
  }

  @Override
  Set<Integer> nodes(PrivateState state) {
    return Set.of();
  }

  @Override
  long readableFrom(PrivateState state, Actor actor) {
    return Horizon.privatelyFrom(actor);
  }

  @Override
  Set<AccountName> mentions(Said said, PrivateState state) {
    return Set.of(); // all of it is said to the other one
  }

  @Override
  @Nullable Instant due(PrivateState state) {
    return null;
  }

  @Override
  Request<? super PrivateState> duty() {
    throw new IllegalStateException("it has none");
  }

  @Override
  boolean isOver(PrivateState state) {
    return false; // kept for the next message; the sweep of the placement forgets it
  }

  @Override
  void delivered(Event event) {}

  @Override
  Set<PersonId> only(Event event, PrivateState before, PrivateState after, Actor by) {
    return switch (event) {
      case Said said when said.least() != null -> Set.of(said.by().id());
      case Later later when later.about().least() != null -> Set.of(later.by().id());
      case Said said -> hearers(said.by().id(), said.to());
      case Later _ -> parties();
      default -> Set.of();
    };
  }

  // Who was not here when it was written may have come.
  private Set<PersonId> hearers(PersonId author, @Nullable PersonId to) {
    if (to != null) {
      return both(author, to);
    }
    var people = new HashSet<>(parties());
    people.add(author);
    return people;
  }

  // Those of the two who are here.
  private Set<PersonId> parties() {
    return Stream.of(pair.first(), pair.second())
        .flatMap(party -> present(party).stream())
        .map(Person::id)
        .collect(Collectors.toSet());
  }

  // An account may be here under another nick.
  private Optional<Person> present(String party) {
    var named = present(Nick.trusted(Pair.shown(party)));
    return named.isPresent() || Pair.isGuest(party)
        ? named
        : directory.everybody().stream()
            .filter(person -> Pair.party(person).equals(party))
            .findAny();
  }

  // The same object for message after message.
  private Set<PersonId> both(PersonId one, PersonId other) {
    int people = one.equals(other) ? 1 : 2;
    if (lastTwo.size() != people || !lastTwo.contains(one) || !lastTwo.contains(other)) {
      lastTwo = people == 1 ? Set.of(one) : Set.of(one, other);
    }
    return lastTwo;
  }
}
