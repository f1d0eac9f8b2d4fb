package chat.salon.core;

import chat.salon.core.Event.Said;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.Busy;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.Refusal.NoSuchMessage;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.Refusal.TooManyFounded;
import chat.salon.core.account.Boundaries;
import chat.salon.core.account.Friendships;
import chat.salon.core.account.Profiles;
import chat.salon.core.port.Conversations;
import chat.salon.core.port.Directory;
import chat.salon.core.port.Lasting;
import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Nicks;
import chat.salon.core.port.OwnRequest;
import chat.salon.core.port.Page;
import chat.salon.core.port.Placement;
import chat.salon.core.port.ReadMarkers;
import chat.salon.core.port.Recent;
import chat.salon.core.port.Relay;
import chat.salon.core.port.Topology;
import chat.salon.core.request.Action.Know;
import chat.salon.core.request.Action.Read;
import chat.salon.core.request.Action.SeeVersions;
import chat.salon.core.request.Request;
import chat.salon.core.request.Rights;
import chat.salon.core.request.Say;
import chat.salon.core.request.SayPrivately;
import chat.salon.core.request.SpeakAs;
import chat.salon.core.search.Reach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The front door of the chat on one node: what the doors for IRC, the web and programs hold, and
/// nothing behind it. Methods may wait for owners and for the disk, so they are called from session
/// turns on virtual threads; those that never wait say so. They throw [StoreException] for a store
/// that fails and an [IllegalStateException] for other faults of ours.
public final class Salon {
  private final MessageLog log;
  private final Conversations conversations;
  private final Placement placement;
  private final Topology topology;
  private final Stamps stamps;
  private volatile Limits limits;
  private final Audience audience;
  private final People people;
  private final Reading reading;
  private final Friends friends;
  private final Unseen unseen;
  private final Groups groups;
  private final Protection protection;
  private final Arrivals arrivals = new Arrivals();

  /// What a node is made of.
  ///
  /// @param node its number, unlike any other's
  /// @param nickIsAccount logged-in people appear under their account's name
  public record Parts(
      int node,
      MessageLog log,
      Conversations conversations,
      Nicks nicks,
      ReadMarkers markers,
      Friendships friendships,
      Boundaries boundaries,
      Profiles profiles,
      Placement placement,
      Directory directory,
      Relay relay,
      Topology topology,
      Stamps stamps,
      Limits limits,
      boolean nickIsAccount) {}

  /// @param audience where the relay leads to on this node
  public Salon(Parts parts, Audience audience) {
    log = parts.log();
    conversations = parts.conversations();
    placement = parts.placement();
    topology = parts.topology();
    stamps = parts.stamps();
    limits = parts.limits();
    this.audience = audience;
    var ties = new TieKeeper(parts, audience);
    protection = new Protection(audience, parts.relay(), parts.placement(), stamps, this::people);
    people = new People(parts, audience, ties, protection);
    friends = new Friends(parts, people, ties, this::limits);
    reading = new Reading(parts, people, this::limits);
    unseen = new Unseen(parts, friends);
    groups = new Groups(parts.profiles(), people, friends, this::limits);
    stamps.raise(conversations.lastId());
  }

  /// A node that is alone, and keeps nothing of accounts.
  public static Salon alone(
      MessageLog log,
      Conversations conversations,
      Nicks nicks,
      ReadMarkers markers,
      Stamps stamps,
      Limits limits,
      boolean nickIsAccount) {
    var none = new NothingKept();
    return alone(
        log, conversations, nicks, markers, none, none, none, stamps, limits, nickIsAccount);
  }

  /// A node that is alone: it owns every conversation and knows everybody by itself.
  public static Salon alone(
      MessageLog log,
      Conversations conversations,
      Nicks nicks,
      ReadMarkers markers,
      Friendships friendships,
      Boundaries boundaries,
      Profiles profiles,
      Stamps stamps,
      Limits limits,
      boolean nickIsAccount) {
    var audience = new Audience(0);
    var directory = new LocalDirectory();
    var relay = new LocalRelay(audience);
    var placement = new LocalPlacement(log, conversations, stamps, directory, relay, limits);
    return new Salon(
        new Parts(
            0,
            log,
            conversations,
            nicks,
            markers,
            friendships,
            boundaries,
            profiles,
            placement,
            directory,
            relay,
            Topology.ALONE,
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

  /// The people who are here.
  public People people() {
    return people;
  }

  /// What people have read.
  public Reading reading() {
    return reading;
  }

  /// Who are friends, and who does not want to hear whom.
  public Friends friends() {
    return friends;
  }

  /// Whom one may bring into groups.
  public Groups groups() {
    return groups;
  }

  /// What keeps the server as a whole in order.
  public Protection protection() {
    return protection;
  }

  /// What people have not read, connected or not.
  public Unseen unseen() {
    return unseen;
  }

  /// The nodes that are this server. Never waits.
  public Topology topology() {
    return topology;
  }

  /// A nick, when the text is one and not too long. Never waits.
  public Optional<Nick> nick(String text) {
    return text.length() > limits.nickLength() ? Optional.empty() : Nick.parse(text);
  }

  /// A channel name, when the text is one and not too long. Never waits.
  public Optional<ChannelName> channelName(String text) {
    return ChannelName.isShort(text, limits.channelLength())
        ? ChannelName.parse(text)
        : Optional.empty();
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
      Request<? super S> request) {
    return ask(presence, session, label, where, request, null);
  }

  /// Asks what is to be done once, however often it is asked.
  ///
  /// @param label by which the session knows the request; null for none
  /// @param key by which the request is known; null for what is asked once
  public <S extends ConversationState> CompletableFuture<Outcome> ask(
      Presence presence,
      Session session,
      @Nullable String label,
      ConversationId<S> where,
      Request<? super S> request,
      @Nullable IdempotencyKey key) {
    if (request instanceof Say || request instanceof SpeakAs || request instanceof SayPrivately) {
      presence.spokeAt(stamps.now());
    }
    if (request instanceof SayPrivately say) {
      friends.wrote(presence, say.to());
    }
    var actor = people.actor(presence, session);
    var stopped = protection.stop(presence, session, actor, where, request);
    return stopped != null
        ? CompletableFuture.completedFuture(stopped)
        : placement.ask(
            where, actor, protection.cleaned(actor, request), new Origin(session.id(), label), key);
  }

  /// Asks the owner of a conversation what nobody but the server itself asks. Never waits.
  public <S extends ConversationState> CompletableFuture<Outcome> ask(
      ConversationId<S> where, Request<? super S> request) {
    return placement.ask(where, Actor.SERVER, request, null);
  }

  /// Waits for the answer of an owner, who gives one always: see [Placement#ask].
  public static Outcome await(CompletableFuture<Outcome> answer) {
    try {
      return answer.get();
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

  /// A channel that the actor may know of: one that people are in, or a registered one of whose
  /// members nobody is connected.
  public Optional<ChannelState> find(Actor actor, ChannelName name) {
    return findForStaff(name)
        .filter(channel -> Rights.refusal(actor, new Know(), channel).isEmpty());
  }

  /// The same, whoever may know of it.
  public Optional<ChannelState> findForStaff(ChannelName name) {
    return placement
        .look(name)
        .or(() ->
            conversations
                .channel(name)
                .filter(
                    stored -> stored.founder() != null || stored.flags().contains(Flag.PERMANENT))
                .map(stored -> ChannelState.restored(stored, this::limits)));
  }

  /// The registered channels that the account of somebody belongs to and they are not in: a door
  /// asks each of them to let in who comes, by a [chat.salon.core.request.Join] without a key.
  public List<ChannelName> ownChannels(Presence presence) {
    var account = people.person(presence).account();
    if (account == null) {
      return List.of();
    }
    var inside = presence.channels();
    var own =
        conversations.channelsOf(account).stream().filter(name -> !inside.contains(name)).toList();
    presence.tempo().owe(own.size());
    return own;
  }

  /// Where somebody asks to come in and waits, or was refused and may not ask yet.
  public List<OwnRequest> ownRequests(Actor actor) {
    var account = actor.person().account();
    var now = stamps.now();
    return account == null
        ? List.of()
        : conversations.requestsOf(account).stream()
            .filter(one -> one.request().isPending() || one.request().pausedUntil(now) != null)
            .toList();
  }

  /// Why somebody may make no more channels that last; empty when they may. Of several asked for at
  /// one moment, some more than allowed may come about.
  public Optional<Refusal> refusalToFound(Actor actor) {
    var account = actor.person().account();
    int most = limits.channelsFounded();
    return account == null
            || Rights.refusal(actor, Role.MODERATOR).isEmpty()
            || conversations.foundedBy(account) < most
        ? Optional.empty()
        : Optional.of(new TooManyFounded(most));
  }

  /// The registered channels that are neither secret nor private, by the beginning of their names.
  public List<Lasting> lasting(String prefix, int limit) {
    return conversations.lasting(prefix, limit).stream()
        .filter(channel -> !channel.flags().contains(Flag.PRIVATE))
        .filter(channel -> protection.closure(channel.name()).isEmpty())
        .toList();
  }

  /// All registered channels but groups, in the order of their names: for staff. Others are told of
  /// those that [#isForAll].
  ///
  /// @param after those behind this name; null for all
  public List<Lasting> registered(@Nullable ChannelName after, int limit) {
    return conversations.registered(after == null ? "" : after.key(), limit);
  }

  /// Whether everybody may know of a registered channel: it is open, and neither secret nor
  /// private.
  public boolean isForAll(Lasting channel) {
    return !channel.flags().contains(Flag.PRIVATE)
        && !channel.flags().contains(Flag.SECRET)
        && protection.closure(channel.name()).isEmpty();
  }

  /// The channels that the actor finds, in no order.
  public List<ChannelState> channels(Actor actor) {
    return placement.channels().stream()
        .filter(channel -> Rights.refusal(actor, new Know(), channel).isEmpty())
        .filter(channel -> Rights.mayFind(actor, channel))
        .toList();
  }

  /// The channels whose names staff have forbidden, hidden ones too, in no order.
  public List<ChannelName> forbiddenChannels() {
    return placement.channels().stream()
        .map(ChannelState::name)
        .filter(name -> protection.forbidden(name).isPresent())
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

  /// The channels that somebody is on and in which the actor finds them, in no order.
  public List<ChannelState> channelsOf(Actor actor, Person person) {
    var presence = audience.presence(person.id());
    var names = presence == null ? placement.channelsOf(person.id()) : presence.channels();
    var candidates = names.stream().flatMap(name -> placement.look(name).stream());
    return candidates
        .filter(channel ->
            channel
                .member(person.id())
                .filter(one -> actor.id().equals(person.id()) || channel.shows(one, actor.id()))
                .isPresent())
        .filter(channel -> Rights.refusal(actor, new Know(), channel).isEmpty())
        .filter(channel -> Rights.mayFind(actor, channel))
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
        var readable =
            wanted.notBefore(Horizon.privatelyFrom(actor) - 1).withOwn(actor.person().account());
        yield new Done(log.read(readable), List.of());
      }
    };
  }

  /// The pinned messages of a conversation that the actor may read, those that were pinned last
  /// first; none when they may not read it, see [#refusalToRead].
  public List<Pin> pins(Actor actor, ConversationId<?> where) {
    var own = actor.person().account();
    return switch (where) {
      case ChannelName name -> {
        var channel = placement.look(name);
        if (refusalToRead(actor, name, channel).isPresent()) {
          yield List.of();
        }
        var rank = channel.get().ranks(actor.id()).highest().orElse(null);
        var found = log.pins(name, Horizon.from(actor, channel.get(), conversations), rank, own);
        yield refusalToRead(actor, name).isPresent() ? List.of() : found;
      }
      case Pair pair ->
          refusalToRead(actor, pair).isPresent()
              ? List.of()
              : log.pins(pair, Horizon.privatelyFrom(actor), null, own);
    };
  }

  /// The messages of a channel in a range of ids, oldest first, for an account that belongs to it,
  /// connected or not; those for some ranks only are left out. Empty when it does not belong to it.
  ///
  /// @param above only ids greater than this
  /// @param upTo only ids up to this
  public Optional<List<Event>> heard(
      AccountName account, ChannelName name, long above, long upTo, int limit) {
    return belongs(account, name)
        ? Optional.of(log.read(new Page(name, above, upTo + 1, limit, false, true, null)))
        : Optional.empty();
  }

  /// Whether an account belongs to a registered channel, connected or not.
  public boolean belongs(AccountName account, ChannelName name) {
    return conversations.channelsOf(account).contains(name);
  }

  /// Reads a message in each of its versions, oldest first; the last is how it is now.
  public Outcome versions(Actor actor, ConversationId<?> where, long message) {
    var page = new Page(where, message - 1, message + 1, 1, true, true, null);
    return switch (read(actor, page)) {
      case Refused refused -> refused;
      case Done(var found, _) when found.isEmpty() ->
          new Refused(new NoSuchMessage(Stamps.msgid(message)));
      case Done(var found, _) -> versions(actor, (Said) found.getFirst());
    };
  }

  private Outcome versions(Actor actor, Said said) {
    var action = new SeeVersions(said);
    var refusal =
        switch (said.where()) {
          case ChannelName name ->
              placement
                  .look(name)
                  .map(channel -> Rights.refusal(actor, action, (ConversationState) channel))
                  .orElseGet(() -> Optional.of(new NoSuchChannel(name.shown())));
          case Pair pair -> Rights.refusal(actor, action, new PrivateState(pair, this::limits));
        };
    return refusal
        .<Outcome>map(Refused::new)
        .orElseGet(() -> new Done(List.copyOf(log.versions(said)), List.of()));
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
    recent.addAll(
        log.recent(
            List.of(), party, Math.max(above, Horizon.privatelyFrom(actor) - 1), below, limit));
    recent.sort(Comparator.comparingLong(Recent::id));
    return List.copyOf(recent.subList(0, Math.min(limit, recent.size())));
  }

  private Outcome readChannel(Actor actor, ChannelName name, Page page) {
    var channel = placement.look(name);
    var refusal = refusalToRead(actor, name, channel);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    var readable =
        page.notBefore(Horizon.from(actor, channel.get(), conversations) - 1)
            .readableBy(channel.get().ranks(actor.id()).highest().orElse(null));
    var events = log.read(readable);
    // that took its time: who was put out meanwhile may not have what was said since
    return refusalToRead(actor, name, placement.look(name))
        .<Outcome>map(Refused::new)
        .orElseGet(() -> new Done(events, List.of()));
  }

  /// Where somebody may look for messages: what they may read at this moment.
  public Reach reach(Presence presence, Actor actor) {
    var channels = new ArrayList<Reach.InChannel>();
    for (var name : presence.channels()) {
      placement
          .look(name)
          .filter(channel -> Rights.refusal(actor, new Read(), channel).isEmpty())
          .map(channel ->
              new Reach.InChannel(
                  name,
                  Horizon.from(actor, channel, conversations),
                  channel.ranks(actor.id()).highest().orElse(null)))
          .ifPresent(channels::add);
    }
    return new Reach(
        List.copyOf(channels),
        new Reach.Privately(
            Pair.party(actor.person()), Horizon.privatelyFrom(actor), Set.of(), Set.of()));
  }

  /// Whether somebody may read messages at this moment that were found elsewhere than in their
  /// conversations, as [#read] would show them. For one turn.
  public Predicate<Said> readable(Actor actor) {
    return new MayRead(actor, placement, conversations);
  }

  /// Why somebody may not read a conversation; empty when they may.
  public Optional<Refusal> refusalToRead(Actor actor, ConversationId<?> where) {
    return switch (where) {
      case ChannelName name -> refusalToRead(actor, name, placement.look(name));
      case Pair pair ->
          pair.has(Pair.party(actor.person()))
              ? Optional.empty()
              : Optional.of(new NoSuchNick(Pair.shown(pair.first())));
    };
  }

  private static Optional<Refusal> refusalToRead(
      Actor actor, ChannelName name, Optional<ChannelState> channel) {
    return channel
        .map(state -> Rights.refusal(actor, new Read(), state))
        .orElseGet(() -> Optional.of(new NoSuchChannel(name.shown())));
  }

  private long readableFrom(Actor actor, ChannelName name) {
    return placement
        .look(name)
        .filter(channel -> Rights.refusal(actor, new Read(), channel).isEmpty())
        .map(channel -> Horizon.from(actor, channel, conversations))
        .orElse(Long.MAX_VALUE);
  }
}
