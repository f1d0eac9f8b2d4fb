package chat.salon.core;

import chat.salon.core.Event.Fact;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.NickInUse;
import chat.salon.core.Refusal.NickIsAccount;
import chat.salon.core.Refusal.NickReserved;
import chat.salon.core.port.Directory;
import chat.salon.core.port.Nicks;
import chat.salon.core.port.Placement;
import chat.salon.core.port.Relay;
import chat.salon.core.request.TakeNote;
import chat.salon.core.request.TakeNote.News;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The people who are here, on this node and in the network: how they come, change and go. Methods
/// may wait for owners and for the disk, so they are called from session turns on virtual threads;
/// those that never wait say so.
public final class People {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final int node;
  private final Nicks nicks;
  private final Placement placement;
  private final Directory directory;
  private final Relay relay;
  private final Stamps stamps;
  private final boolean nickIsAccount;
  private final Audience audience;
  private final Whowas whowas;
  private volatile boolean isStopping;

  /// How somebody got in.
  public sealed interface Entry {
    /// They are in.
    ///
    /// @param isNew false when this is one more session of somebody who is here already: [#attach]
    ///   shows it their channels
    record Entered(Presence presence, boolean isNew) implements Entry {}

    /// They are not.
    record Denied(Refusal why) implements Entry {}
  }

  People(Salon.Parts parts, Audience audience) {
    node = parts.node();
    nicks = parts.nicks();
    placement = parts.placement();
    directory = parts.directory();
    relay = parts.relay();
    stamps = parts.stamps();
    nickIsAccount = parts.nickIsAccount();
    this.audience = audience;
    whowas = new Whowas(parts.limits().whowas());
  }

  public Directory directory() {
    return directory;
  }

  public Whowas whowas() {
    return whowas;
  }

  /// Whether logged-in people appear under their account's name.
  public boolean nickIsAccount() {
    return nickIsAccount;
  }

  /// Lets a session in, under the nick of `who`: a new person, or one more session of the person
  /// who has that nick and the same account.
  ///
  /// @param who as they are to be shown; the id is given here
  @SuppressWarnings("ThreadPriorityCheck") // a virtual thread: yielding lets the other one run
  public Entry enter(Session session, Person who, Role role) {
    if (isReserved(who.nick(), who.account())) {
      return new Entry.Denied(new NickReserved(who.nick()));
    }
    var id = new PersonId(stamps.next());
    long start = System.nanoTime();
    do {
      if (directory.claim(who.nick(), id)) {
        return new Entry.Entered(arrive(session, withId(who, id), role), true);
      }
      var entry = join(session, who, role);
      if (entry != null) {
        return entry;
      }
      Thread.yield();
    } while (System.nanoTime() - start < PATIENCE.toNanos());
    return new Entry.Denied(new NickInUse(who.nick()));
  }

  // Null while who holds the nick is just coming or going: a matter of microseconds, or of the wait
  // for their departure.
  private @Nullable Entry join(Session session, Person who, Role role) {
    var holder = directory.find(who.nick()).orElse(null);
    if (holder == null) {
      return null;
    }
    if (holder.account() == null || !holder.account().equals(who.account())) {
      return new Entry.Denied(new NickInUse(who.nick()));
    }
    var presence = audience.presence(holder.id());
    if (presence == null) {
      var nodes = directory.nodes(holder.id());
      return nodes.isEmpty() || nodes.contains(node)
          ? null
          : new Entry.Entered(arrive(session, holder, role), false);
    }
    if (presence.add(session)) {
      return new Entry.Entered(presence, false);
    }
    presence.awaitDeparture(PATIENCE);
    return null;
  }

  private Presence arrive(Session session, Person person, Role role) {
    var presence = new Presence(person.id(), stamps.now(), role);
    presence.add(session);
    audience.arrive(presence);
    var nodes = new HashSet<>(directory.nodes(person.id()));
    nodes.add(node);
    directory.publish(person, nodes);
    return presence;
  }

  /// Shows the channels of somebody to one more session of theirs: it is told of each as of a JOIN,
  /// and of all that happens there from then on.
  public void attach(Presence presence, Session session) {
    var actor = actor(presence, session);
    var answers =
        channels(presence, actor).stream()
            .map(channel ->
                placement.ask(
                    channel, actor, new TakeNote(new News.MoreSessions(session.id(), node)), null))
            .toList();
    answers.forEach(Salon::await);
  }

  // Of somebody who has been connected to another node only, nothing is known here yet.
  private Set<ChannelName> channels(Presence presence, Actor actor) {
    var names = new HashSet<>(presence.channels());
    if (actor.nodes().size() > 1) {
      placement.channels().stream()
          .filter(channel -> channel.has(presence.id()))
          .map(ChannelState::name)
          .forEach(names::add);
    }
    return names;
  }

  /// The server is going down: sessions that end from now on end with it, and nobody is said to
  /// have left. After the next start the channels are as they were.
  public void stopping() {
    isStopping = true;
  }

  /// A session has ended. When it was their last one, the person is gone and everybody who shared a
  /// channel with them is told.
  ///
  /// @param reason shown to the others
  public void depart(Presence presence, Session session, String reason) {
    boolean isLast = presence.remove(session);
    audience.remove(presence, session);
    if (!isLast || isStopping) {
      return;
    }
    var actor = actor(presence, session);
    var nodes = new HashSet<>(actor.nodes());
    nodes.remove(node);
    var channels = presence.channels();
    try {
      tell(channels, actor, departure(nodes, reason, channels), null).forEach(Salon::await);
      if (nodes.isEmpty()) {
        whowas.add(actor.person(), stamps.now());
      }
    } finally {
      forget(presence, actor.person(), nodes);
      var late = new HashSet<>(presence.channels()); // whose JOIN was still on its way
      late.removeAll(channels);
      tell(late, actor, departure(nodes, reason, late), null);
    }
  }

  private News departure(Set<Integer> nodes, String reason, Set<ChannelName> channels) {
    return nodes.isEmpty()
        ? new News.Gone(reason, new Fact(stamps.next(), channels.size()))
        : new News.OffNode(node);
  }

  // The nick first: who wants it finds either nobody, or somebody whose departure they can await.
  private void forget(Presence presence, Person person, Set<Integer> nodes) {
    if (nodes.isEmpty()) {
      directory.release(person.nick(), person.id());
    }
    directory.publish(person, nodes);
    audience.depart(presence);
    presence.departed();
  }

  /// What is shown of somebody now. Never waits.
  public Person person(Presence presence) {
    return directory
        .find(presence.id())
        .orElseThrow(() -> new IllegalStateException("a presence without a person"));
  }

  /// The party that is meant by a nick: who is here under it, else the account that it is kept for,
  /// else a guest; see [Pair].
  public String party(Nick nick) {
    return directory
        .find(nick)
        .map(Pair::party)
        .or(() -> nicks.owner(nick).map(Pair::party))
        .orElseGet(() -> Pair.guest(nick));
  }

  /// Somebody's sessions on this node, if any. Never waits.
  public Optional<Presence> presence(PersonId person) {
    return Optional.ofNullable(audience.presence(person));
  }

  /// Who is asking, as of now. Never waits.
  public Actor actor(Presence presence, Session session) {
    return new Actor(
        person(presence),
        directory.nodes(presence.id()),
        session.address(),
        presence.role(),
        presence.channelCount(),
        presence.named());
  }

  /// Gives somebody another nick.
  public Outcome rename(Presence presence, Session session, @Nullable String label, Nick nick) {
    var before = person(presence);
    if (before.nick().shown().equals(nick.shown())) {
      return Done.NOTHING;
    }
    var account = before.account();
    if (nickIsAccount && account != null && !account.folded().equals(nick.folded())) {
      return new Refused(new NickIsAccount(nick, account));
    }
    if (isReserved(nick, account)) {
      return new Refused(new NickReserved(nick));
    }
    List<CompletableFuture<Outcome>> answers;
    synchronized (presence) { // of all their sessions, one takes a nick at a time
      before = person(presence);
      if (!directory.claim(nick, before.id())) {
        return new Refused(new NickInUse(nick));
      }
      if (!before.nick().equals(nick)) {
        presence.named(stamps.next());
      }
      answers = tellChange(presence, session, label, person -> person.withNick(nick));
    }
    answers.forEach(Salon::await);
    giveBack(presence, before.nick());
    whowas.add(before, stamps.now());
    return Done.NOTHING;
  }

  // Unless another session of theirs has taken it again.
  private void giveBack(Presence presence, Nick nick) {
    synchronized (presence) {
      if (!person(presence).nick().equals(nick)) {
        directory.release(nick, presence.id());
      }
    }
  }

  /// Changes what is shown of somebody, and tells those who share a channel with them. Not the
  /// nick.
  public void change(
      Presence presence, Session session, @Nullable String label, UnaryOperator<Person> change) {
    List<CompletableFuture<Outcome>> answers;
    synchronized (presence) { // each channel hears of two changes in the order in which they were
      answers = tellChange(presence, session, label, change);
    }
    answers.forEach(Salon::await);
  }

  private List<CompletableFuture<Outcome>> tellChange(
      Presence presence, Session session, @Nullable String label, UnaryOperator<Person> change) {
    var actor = actor(presence, session);
    var after = change.apply(actor.person());
    if (after.looksLike(actor.person())) {
      return List.of();
    }
    directory.publish(after, actor.nodes());
    return tell(presence, actor, after, new Origin(session.id(), label));
  }

  private List<CompletableFuture<Outcome>> tell(
      Presence presence, Actor actor, Person after, Origin origin) {
    var channels = presence.channels();
    var fact = new Fact(stamps.next(), Math.max(1, channels.size()));
    if (!channels.isEmpty()) {
      return tell(channels, actor, new News.Changed(after, fact), origin);
    }
    var before = actor.person();
    var alone = Pair.of(before, before);
    var event = new PersonChanged(new Stamp(stamps.next(), 0), alone, before, after, fact);
    var delivery = new Delivery(event, origin, Set.of(before.id()));
    actor.nodes().forEach(on -> relay.carry(on, List.of(delivery)));
    return List.of();
  }

  /// Gives somebody the role of the account that they are logged in to. Never waits.
  public void setRole(Presence presence, Role role) {
    presence.role(role);
  }

  private boolean isReserved(Nick nick, @Nullable AccountName account) {
    var owner = nicks.owner(nick);
    return owner.isPresent() && !owner.get().equals(account);
  }

  private static Person withId(Person who, PersonId id) {
    return new Person(
        id,
        who.nick(),
        who.user(),
        who.host(),
        who.realname(),
        who.account(),
        who.away(),
        who.standing());
  }

  // Never waits.
  private List<CompletableFuture<Outcome>> tell(
      Set<ChannelName> channels, Actor actor, News news, @Nullable Origin origin) {
    return channels.stream()
        .map(channel -> placement.ask(channel, actor, new TakeNote(news), origin))
        .toList();
  }
}
