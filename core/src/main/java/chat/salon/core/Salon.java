package chat.salon.core;

import chat.salon.core.Event.Fact;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.Busy;
import chat.salon.core.Refusal.NickInUse;
import chat.salon.core.Refusal.NickIsAccount;
import chat.salon.core.Refusal.NickReserved;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.port.Conversations;
import chat.salon.core.port.Directory;
import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Nicks;
import chat.salon.core.port.Page;
import chat.salon.core.port.Placement;
import chat.salon.core.port.Recent;
import chat.salon.core.port.Relay;
import chat.salon.core.request.Action.Know;
import chat.salon.core.request.Action.Read;
import chat.salon.core.request.Request;
import chat.salon.core.request.Rights;
import chat.salon.core.request.Say;
import chat.salon.core.request.SayPrivately;
import chat.salon.core.request.TakeNote;
import chat.salon.core.request.TakeNote.News;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The front door of the chat on one node: what the doors for IRC, the web and programs hold, and
/// nothing behind it. Methods may wait for owners and for the disk, so they are called from session
/// turns on virtual threads; those that never wait say so. They throw [StoreException] for a store
/// that fails and an [IllegalStateException] for other faults of ours.
public final class Salon {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final int node;
  private final MessageLog log;
  private final Conversations conversations;
  private final Nicks nicks;
  private final Placement placement;
  private final Directory directory;
  private final Relay relay;
  private final Stamps stamps;
  private volatile Limits limits;
  private final boolean nickIsAccount;
  private final Audience audience;
  private final Arrivals arrivals = new Arrivals();
  private final Whowas whowas;
  private volatile boolean isStopping;

  /// What a node is made of.
  ///
  /// @param node its number, unlike any other's
  /// @param nickIsAccount logged-in people appear under their account's name
  public record Parts(
      int node,
      MessageLog log,
      Conversations conversations,
      Nicks nicks,
      Placement placement,
      Directory directory,
      Relay relay,
      Stamps stamps,
      Limits limits,
      boolean nickIsAccount) {}

  /// How somebody got in.
  public sealed interface Entry {
    /// They are in.
    ///
    /// @param isNew false when this is one more session of somebody who is here already:
    ///   [Salon#attach] shows it their channels
    record Entered(Presence presence, boolean isNew) implements Entry {}

    /// They are not.
    record Denied(Refusal why) implements Entry {}
  }

  /// @param audience where the relay leads to on this node
  public Salon(Parts parts, Audience audience) {
    node = parts.node();
    log = parts.log();
    conversations = parts.conversations();
    nicks = parts.nicks();
    placement = parts.placement();
    directory = parts.directory();
    relay = parts.relay();
    stamps = parts.stamps();
    limits = parts.limits();
    nickIsAccount = parts.nickIsAccount();
    this.audience = audience;
    whowas = new Whowas(limits.whowas());
    stamps.raise(conversations.lastId());
  }

  /// A node that is alone: it owns every conversation and knows everybody by itself.
  public static Salon alone(
      MessageLog log,
      Conversations conversations,
      Nicks nicks,
      Stamps stamps,
      Limits limits,
      boolean nickIsAccount) {
    var audience = new Audience(0);
    var directory = new LocalDirectory();
    Relay relay = (_, deliveries) -> audience.deliver(deliveries);
    var placement = new LocalPlacement(log, conversations, stamps, directory, relay, limits);
    return new Salon(
        new Parts(
            0,
            log,
            conversations,
            nicks,
            placement,
            directory,
            relay,
            stamps,
            limits,
            nickIsAccount),
        audience);
  }

  /// The order in which input arrived on this node; for the inboxes of sessions.
  public Arrivals arrivals() {
    return arrivals;
  }

  public Limits limits() {
    return limits;
  }

  /// Takes other limits, for what is asked from now on. The placement has to be told too.
  public void reload(Limits newLimits) {
    limits = newLimits;
  }

  /// Gives the ids of sessions too.
  public Stamps stamps() {
    return stamps;
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

  /// A nick, when the text is one and not too long. Never waits.
  public Optional<Nick> nick(String text) {
    return text.length() > limits.nickLength() ? Optional.empty() : Nick.parse(text);
  }

  /// A channel name, when the text is one and not too long. Never waits.
  public Optional<ChannelName> channelName(String text) {
    return text.length() > limits.channelLength() ? Optional.empty() : ChannelName.parse(text);
  }

  // ---- People ----

  /// Lets a session in, under the nick of `who`: a new person, or one more session of the person
  /// who has that nick and the same account.
  ///
  /// @param who as they are to be shown; the id is given here
  public Entry enter(Session session, Person who, Role role) {
    if (isReserved(who.nick(), who.account())) {
      return new Entry.Denied(new NickReserved(who.nick()));
    }
    var id = new PersonId(stamps.next());
    if (directory.claim(who.nick(), id)) {
      return new Entry.Entered(arrive(session, withId(who, id), role), true);
    }
    var holder = directory.find(who.nick());
    if (holder.isEmpty()
        || holder.get().account() == null
        || !holder.get().account().equals(who.account())) {
      return new Entry.Denied(new NickInUse(who.nick()));
    }
    return join(session, holder.get(), who, role);
  }

  private Entry join(Session session, Person holder, Person who, Role role) {
    var presence = audience.presence(holder.id());
    if (presence == null) {
      return new Entry.Entered(arrive(session, holder, role), false);
    }
    if (presence.add(session)) {
      return new Entry.Entered(presence, false);
    }
    return presence.awaitDeparture(PATIENCE) // its last session is just leaving
        ? enter(session, who, role)
        : new Entry.Denied(new NickInUse(who.nick()));
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

  // ---- Conversations ----

  /// Asks the owner of a conversation. Never waits; [#await] does.
  ///
  /// @param label by which the session knows the request; null for none
  public <S extends ConversationState> CompletableFuture<Outcome> ask(
      Presence presence,
      Session session,
      @Nullable String label,
      ConversationId<S> where,
      Request<S> request) {
    if (request instanceof Say || request instanceof SayPrivately) {
      presence.spokeAt(stamps.now());
    }
    return placement.ask(where, actor(presence, session), request, new Origin(session.id(), label));
  }

  /// Waits for the answer of an owner: Busy when it does not come within 10 s.
  public static Outcome await(CompletableFuture<Outcome> answer) {
    try {
      return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      return new Refused(new Busy("the conversation"));
    } catch (ExecutionException e) {
      throw new IllegalStateException("a conversation failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Refused(new Busy("the server, which is stopping"));
    }
  }

  /// A channel, when people are in it and the actor may know of it.
  public Optional<ChannelState> look(Actor actor, ChannelName name) {
    return placement
        .look(name)
        .filter(channel -> Rights.refusal(actor, new Know(), channel).isEmpty());
  }

  /// The channels that the actor may know of, in no order.
  public List<ChannelState> channels(Actor actor) {
    return placement.channels().stream()
        .filter(channel -> Rights.refusal(actor, new Know(), channel).isEmpty())
        .toList();
  }

  /// The channels that the actor was asked into and has not entered since, in order.
  public List<ChannelName> invitations(Actor actor) {
    return placement.channels().stream()
        .filter(channel -> channel.isInvited(actor.id()))
        .map(ChannelState::name)
        .sorted()
        .toList();
  }

  /// The channels that somebody is on and the actor may know of, in no order.
  public List<ChannelState> channelsOf(Actor actor, Person person) {
    var presence = audience.presence(person.id());
    Collection<ChannelState> candidates =
        presence == null
            ? placement.channels()
            : presence.channels().stream().flatMap(name -> placement.look(name).stream()).toList();
    return candidates.stream()
        .filter(channel -> channel.has(person.id()))
        .filter(channel -> Rights.refusal(actor, new Know(), channel).isEmpty())
        .toList();
  }

  // ---- History ----

  /// Reads a page of a conversation: what the actor may read of it at this moment.
  public Outcome read(Actor actor, Page page) {
    var wanted = page.atMost(limits.historyPage());
    return switch (page.where()) {
      case ChannelName name -> readChannel(actor, name, wanted);
      case Pair pair -> {
        if (!pair.has(Pair.party(actor.person()))) {
          yield new Refused(new NoSuchNick(Pair.shown(pair.first())));
        }
        yield new Done(log.read(wanted.notBefore(from(actor))), List.of());
      }
    };
  }

  /// The conversations of somebody that have messages in a range of ids which they may read; those
  /// whose newest message is oldest come first.
  public List<Recent> recent(Presence presence, Actor actor, long above, long below, int limit) {
    var party = Pair.party(actor.person());
    var recent = new ArrayList<Recent>();
    var channels = presence.channels(); // all of them: which may be read is known only here
    for (var one : log.recent(channels, "", above, below, channels.size())) {
      if (one.where() instanceof ChannelName name && one.id() >= readableFrom(actor, name)) {
        recent.add(one);
      }
    }
    recent.addAll(log.recent(List.of(), party, Math.max(above, from(actor)), below, limit));
    recent.sort(Comparator.comparingLong(Recent::id));
    return List.copyOf(recent.subList(0, Math.min(limit, recent.size())));
  }

  private Outcome readChannel(Actor actor, ChannelName name, Page page) {
    var channel = placement.look(name);
    if (channel.isEmpty()) {
      return new Refused(new NoSuchChannel(name.shown()));
    }
    var refusal = Rights.refusal(actor, new Read(), channel.get());
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    var readable =
        page.notBefore(readableFrom(actor, channel.get()) - 1)
            .readableBy(channel.get().ranks(actor.id()).highest().orElse(null));
    return new Done(log.read(readable), List.of());
  }

  private long readableFrom(Actor actor, ChannelName name) {
    return placement
        .look(name)
        .filter(channel -> Rights.refusal(actor, new Read(), channel).isEmpty())
        .map(channel -> readableFrom(actor, channel))
        .orElse(Long.MAX_VALUE);
  }

  // Since the channel was opened, or since it was when the account first came.
  private long readableFrom(Actor actor, ChannelState channel) {
    var account = actor.person().account();
    long opened = channel.opened();
    return account == null
        ? opened
        : Math.min(opened, conversations.readableFrom(channel.name(), account).orElse(opened));
  }

  // An account reads all it ever took part in; a guest, whose nick may have been another's, only
  // what was said since it took that nick.
  private static long from(Actor actor) {
    return actor.person().account() == null ? actor.since() : 0;
  }
}
