package chat.salon.core;

import chat.salon.core.Event.Fact;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.NickInUse;
import chat.salon.core.Refusal.NickIsAccount;
import chat.salon.core.Refusal.NickReserved;
import chat.salon.core.port.Directory;
import chat.salon.core.port.Directory.Arrival;
import chat.salon.core.port.Nicks;
import chat.salon.core.port.Placement;
import chat.salon.core.port.Relay;
import chat.salon.core.protect.SpamFilter;
import chat.salon.core.request.TakeNote;
import chat.salon.core.request.TakeNote.News;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The people who are here, on this node and in the network: how they come, change and go. Methods
/// may wait for owners and for the disk, so they are called from session turns on virtual threads;
/// those that never wait say so.
public final class People {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final int node;
  private final Nicks nicks;
  private final Placement placement;
  private final Directory directory;
  private final Relay relay;
  private final Stamps stamps;
  private final boolean nickIsAccount;
  private final Audience audience;
  private final Whowas whowas;
  private final TieKeeper ties;
  private final Protection protection;
  private final Appearance appearance;
  private final List<Consumer<HangUp>> hangUps = new CopyOnWriteArrayList<>();
  private volatile boolean isStopping;
  private volatile boolean isMoving;
  private final Set<Presence> moving = ConcurrentHashMap.newKeySet();

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

  People(Salon.Parts parts, Audience audience, TieKeeper ties, Protection protection) {
    this.protection = protection;
    this.ties = ties;
    node = parts.node();
    nicks = parts.nicks();
    placement = parts.placement();
    directory = parts.directory();
    relay = parts.relay();
    stamps = parts.stamps();
    nickIsAccount = parts.nickIsAccount();
    this.audience = audience;
    var former = new Whowas(parts.limits().whowas());
    directory.tellFormer(person -> former.add(person, parts.stamps().now()));
    whowas = former;
    appearance = new Appearance(parts, audience, this);
    ties.tellSeenBy(appearance::seenBy);
  }

  public Directory directory() {
    return directory;
  }

  public Whowas whowas() {
    return whowas;
  }

  /// How they appear to others, and say so.
  public Appearance appearance() {
    return appearance;
  }

  /// Whether logged-in people appear under their account's name.
  public boolean nickIsAccount() {
    return nickIsAccount;
  }

  /// Lets a session in, under the nick of `who`: a new person, or one more session of the person
  /// who has that nick and the same account.
  ///
  /// @param who as they are to be shown; the id is given here
  public Entry enter(Session session, Person who) {
    if (isReserved(who.nick(), who.account())) {
      return new Entry.Denied(new NickReserved(who.nick()));
    }
    var barred =
        protection.bar(who, session.address(), true).or(() -> protection.refusalOfNick(who));
    if (barred.isPresent()) {
      return new Entry.Denied(barred.get());
    }
    try {
      return arrive(session, who);
    } catch (NetworkException e) {
      return new Entry.Denied(e.why());
    }
  }

  private Arrival enter(Presence own, Person who) {
    try {
      return directory.enter(who.withId(own.id()), node);
    } catch (NetworkException e) {
      audience.depart(own);
      Thread.startVirtualThread(() -> withdraw(own));
      throw e;
    }
  }

  // What was not answered in time may be granted yet, and nobody would ever give that nick back.
  private void withdraw(Presence presence) {
    leave(presence.id());
    forget(presence);
  }

  private Entry arrive(Session session, Person who) {
    long changes = ties.changes();
    var known = ties.read(who.account());
    var entry = arrive(session, appearance.asKept(who, known), known);
    var account = who.account();
    if (account != null && ties.changes() != changes) {
      var _ = ties.refresh(account, account);
    }
    return entry;
  }

  private Entry arrive(Session session, Person who, Ties known) {
    long start = System.nanoTime();
    do {
      var own = new Presence(new PersonId(stamps.next()), stamps.now());
      own.ties(known);
      own.add(session);
      audience.arrive(own); // before anybody can write to them
      var arrival = enter(own, who);
      if (arrival instanceof Arrival.Entered(_, var isNew) && isNew) {
        return new Entry.Entered(own, true);
      }
      audience.depart(own);
      switch (arrival) {
        case Arrival.Entered(var person, _) -> {
          var presence = audience.arrive(new Presence(person.id(), stamps.now(), known));
          if (!presence.add(session)) {
            presence.awaitDeparture(PATIENCE); // its last session is just leaving
          } else if (directory.nodes(person.id()).contains(node)) {
            return new Entry.Entered(presence, false);
          } else if (presence.remove(session)) { // it has left since the directory answered
            audience.depart(presence);
            presence.departed();
          }
        }
        case Arrival.Leaving(var id) -> {
          var presence = audience.presence(id);
          if (presence != null) {
            presence.awaitDeparture(PATIENCE);
          }
        }
        case Arrival.Taken _ -> {
          return new Entry.Denied(new NickInUse(who.nick()));
        }
      }
    } while (System.nanoTime() - start < PATIENCE.toNanos());
    return new Entry.Denied(new NickInUse(who.nick()));
  }

  /// Adds a session that wants to see nothing: by it somebody stays. Never waits.
  ///
  /// @return false when they are just leaving
  public boolean stay(Presence presence, Session session) {
    return presence.add(session);
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
    if (person(presence).standing().availability() == Availability.IDLE) {
      appearance.showAvailability(presence, session, null);
    }
  }

  // Of somebody who has been connected to another node only, nothing is known here yet.
  private Set<ChannelName> channels(Presence presence, Actor actor) {
    var names = new HashSet<>(presence.channels());
    if (actor.nodes().size() > 1) {
      names.addAll(placement.channelsOf(presence.id()));
    }
    return names;
  }

  /// The server is going down: sessions that end from now on end with it, and nobody is said to
  /// have left. After the next start the channels are as they were.
  public void stopping() {
    isStopping = true;
  }

  /// This node is about to leave its network, and sessions end so that they begin on others. Who
  /// has an account stays in their channels on the way: as one more session of theirs they come in
  /// where they were. Others leave.
  public void moving() {
    isMoving = true;
  }

  /// Waits until all who are on the way have come in elsewhere.
  ///
  /// @param most how long: some may not come at all
  public void awaitMoved(Duration most) {
    long end = System.nanoTime() + most.toNanos();
    while (System.nanoTime() - end < 0
        && moving.stream().anyMatch(presence -> !hasMoved(presence))) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private boolean hasMoved(Presence presence) {
    return isElsewhere(directory.nodes(presence.id()))
        && presence.channels().stream()
            .flatMap(channel -> placement.look(channel).stream())
            .flatMap(channel -> channel.member(presence.id()).stream())
            .allMatch(member -> isElsewhere(member.nodes()));
  }

  private boolean isElsewhere(Set<Integer> nodes) {
    return !Set.of(node).equals(nodes);
  }

  /// Ends sessions, on whichever node they are.
  public void hangUpEverywhere(HangUp what) {
    hangUp(what);
    relay.hangUpElsewhere(what);
  }

  /// Ends those of them that are on this node. Never waits.
  public void hangUp(HangUp what) {
    for (var presence : audience.presences()) {
      var account = account(presence).orElse(null);
      presence.sessions().stream()
          .filter(session -> what.means(account, session.id(), session.tokenId()))
          .forEach(session -> session.close(what.reason()));
    }
    hangUps.forEach(reader -> reader.accept(what));
  }

  /// @param reader is told what is to end on this node, for the connections that are nobody's yet;
  ///   on any thread, and never waits
  public void tellHangUps(Consumer<HangUp> reader) {
    hangUps.add(reader);
  }

  /// Whether somebody who is here is logged in to an account.
  boolean isOf(AccountName account, Presence presence) {
    return account(presence).filter(account::equals).isPresent();
  }

  private Optional<AccountName> account(Presence presence) {
    return directory.find(presence.id()).flatMap(person -> Optional.ofNullable(person.account()));
  }

  /// A session has ended. When it was their last one, the person is gone and everybody who shared a
  /// channel with them is told.
  ///
  /// @param reason shown to the others
  public void depart(Presence presence, Session session, String reason) {
    var shown =
        directory
            .find(presence.id())
            .map(who -> protection.clean(who, who.standing().role(), SpamFilter.Place.QUIT, reason))
            .orElse(reason);
    depart(shown, presence, session);
  }

  private void depart(String reason, Presence presence, Session session) {
    var before = presence.availability();
    boolean isLast = presence.remove(session);
    audience.remove(presence, session);
    if (!isStopping && !isMoving && (isLast || presence.availability() != before)) {
      appearance.showWithout(presence, session, isLast);
    }
    if (!isLast || isStopping) {
      return;
    }
    if (isMoving && person(presence).account() != null) {
      moving.add(presence);
      return;
    }
    var actor = actor(presence, session);
    var channels = presence.channels();
    var nodes = leave(presence.id());
    try {
      tell(channels, actor, departure(nodes, reason, channels), null).forEach(Salon::await);
    } finally {
      forget(presence);
      var late = new HashSet<>(presence.channels()); // whose JOIN was still on its way
      late.removeAll(channels);
      tell(late, actor, departure(nodes, reason, late), null);
    }
  }

  // Who cannot tell the others is the only one whom it concerns.
  private Set<Integer> leave(PersonId person) {
    try {
      return directory.leave(person, node);
    } catch (NetworkException _) {
      return Set.of();
    }
  }

  private News departure(Set<Integer> nodes, String reason, Set<ChannelName> channels) {
    return nodes.isEmpty()
        ? new News.Gone(reason, new Fact(stamps.next(), channels.size()))
        : new News.OffNode(node);
  }

  // The directory first: who wants the nick finds either nobody, or somebody whose departure they
  // can await.
  private void forget(Presence presence) {
    try {
      directory.forget(presence.id());
    } catch (NetworkException _) {
      // the others find out by themselves that this node has gone
    }
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

  /// The account that is meant by a nick: that of who is here under it, else the one that it is
  /// kept for; empty for guests, and when nobody is called so.
  public Optional<AccountName> owner(Nick nick) {
    var here = directory.find(nick);
    return here.isPresent() ? Optional.ofNullable(here.get().account()) : nicks.owner(nick);
  }

  /// The account that is meant by a name: that of who is here under it, else the one that is called
  /// so, whether there is one or not. Empty for what cannot be a name. Never waits.
  public Optional<AccountName> account(String name) {
    return Nick.parse(name)
        .flatMap(directory::find)
        .flatMap(person -> Optional.ofNullable(person.account()))
        .or(() -> AccountName.parse(name));
  }

  /// Somebody's sessions on this node, if any. Never waits.
  public Optional<Presence> presence(PersonId person) {
    return Optional.ofNullable(audience.presence(person));
  }

  /// Somebody's sessions, by the nodes where they have some. May wait for those nodes.
  public List<Visit> visits(PersonId person) {
    var visits = new ArrayList<>(placement.visitsElsewhere(person));
    audience.visit(person).ifPresent(visits::add);
    return List.copyOf(visits);
  }

  /// Whether this is the only connection of somebody, on any node. Never waits.
  public boolean isAlone(Presence presence) {
    return presence.sessions().size() <= 1 && directory.nodes(presence.id()).size() <= 1;
  }

  /// Who is asking, as of now. Never waits.
  public Actor actor(Presence presence, Session session) {
    var person = person(presence);
    return new Actor(
        person,
        directory.nodes(presence.id()),
        session.address(),
        person.standing().role(),
        presence.channelCount(),
        presence.named(),
        presence.ties().unheardBy());
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
    var hindered = protection.refusalOfNick(presence, before, nick);
    if (hindered.isPresent()) {
      return new Refused(hindered.get());
    }
    return renameByForce(presence, session, label, nick);
  }

  /// Gives somebody another nick, as staff may, be it reserved or not.
  Outcome renameByForce(Presence presence, Session session, Nick nick) {
    return renameByForce(presence, session, null, nick);
  }

  private Outcome renameByForce(
      Presence presence, Session session, @Nullable String label, Nick nick) {
    Person before;
    List<CompletableFuture<Outcome>> answers;
    synchronized (presence.changing()) {
      var actor = actor(presence, session);
      before = actor.person();
      Optional<Person> after;
      try {
        after = directory.rename(before.id(), nick);
      } catch (NetworkException e) {
        return new Refused(e.why());
      }
      if (after.isEmpty()) {
        return new Refused(new NickInUse(nick));
      }
      if (!before.nick().equals(nick)) {
        presence.named(stamps.next());
      }
      answers = tell(presence, actor, after.get(), new Origin(session.id(), label));
    }
    answers.forEach(Salon::await);
    giveBack(before.id(), before.nick());
    return Done.NOTHING;
  }

  private void giveBack(PersonId person, Nick nick) {
    try {
      directory.release(person, nick);
    } catch (NetworkException _) {
      // it is free again when they have gone
    }
  }

  /// Changes what is shown of somebody, and tells those who share a channel with them. Not the
  /// nick.
  ///
  /// @throws NetworkException nothing has changed, for another node did not answer
  public void change(
      Presence presence, Session session, @Nullable String label, UnaryOperator<Person> change) {
    List<CompletableFuture<Outcome>> answers = List.of();
    synchronized (
        presence.changing()) { // each channel hears of two in the order in which they were
      var actor = actor(presence, session);
      var wanted = change.apply(actor.person());
      if (!Objects.equals(wanted.account(), actor.person().account())) {
        var known = ties.read(wanted.account());
        presence.ties(known);
        wanted = appearance.asKept(wanted, known);
      }
      if (!wanted.looksLike(actor.person())) {
        answers =
            directory
                .change(actor.person(), wanted)
                .map(after -> tell(presence, actor, after, new Origin(session.id(), label)))
                .orElse(List.of());
      }
    }
    answers.forEach(Salon::await);
    protection.check(presence);
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
    actor.nodes().forEach(on -> relay.carry(on, 0, List.of(delivery)));
    return List.of();
  }

  private boolean isReserved(Nick nick, @Nullable AccountName account) {
    var owner = nicks.owner(nick);
    return owner.isPresent() && !owner.get().equals(account);
  }

  // Never waits.
  private List<CompletableFuture<Outcome>> tell(
      Set<ChannelName> channels, Actor actor, News news, @Nullable Origin origin) {
    return channels.stream()
        .map(channel -> placement.ask(channel, actor, new TakeNote(news), origin))
        .toList();
  }
}
