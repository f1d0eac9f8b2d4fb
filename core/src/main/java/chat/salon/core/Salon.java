package chat.salon.core;

import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.Busy;
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
import chat.salon.core.port.Placement;
import chat.salon.core.port.ReadMarkers;
import chat.salon.core.port.Relay;
import chat.salon.core.port.Topology;
import chat.salon.core.request.Action.Know;
import chat.salon.core.request.Request;
import chat.salon.core.request.Rights;
import chat.salon.core.request.Say;
import chat.salon.core.request.SayPrivately;
import chat.salon.core.request.SpeakAs;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// The front door of the chat on one node: what the doors for IRC, the web and programs hold, and
/// nothing behind it. Methods may wait for owners and for the disk, so they are called from session
/// turns on virtual threads; those that never wait say so. They throw [StoreException] for a store
/// that fails and an [IllegalStateException] for other faults of ours.
public final class Salon {
  private final Conversations conversations;
  private final Placement placement;
  private final Topology topology;
  private final Stamps stamps;
  private volatile Limits limits;
  private final Audience audience;
  private final People people;
  private final Reading reading;
  private final History history;
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
    history = new History(parts, this::limits);
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

  /// What people may read.
  public History history() {
    return history;
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

  /// Whether an account belongs to a registered channel, connected or not.
  public boolean belongs(AccountName account, ChannelName name) {
    return conversations.belongs(account, name);
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
}
