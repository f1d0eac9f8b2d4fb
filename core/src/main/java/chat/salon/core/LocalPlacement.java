package chat.salon.core;

import chat.salon.core.port.Conversations;
import chat.salon.core.port.Directory;
import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Placement;
import chat.salon.core.port.Relay;
import chat.salon.core.port.Succession;
import chat.salon.core.request.LoseNode;
import chat.salon.core.request.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// All conversations are owned by this node.
public final class LocalPlacement implements Placement {
  private final ConcurrentHashMap<ConversationId<?>, Conversation<?>> owned =
      new ConcurrentHashMap<>();
  private final Conversations stored;
  private final Conversation.Host host;
  private volatile Limits limits;

  /// The only node there is.
  ///
  /// @param relay takes deliveries to the readers
  public LocalPlacement(
      MessageLog log,
      Conversations stored,
      Stamps stamps,
      Directory directory,
      Relay relay,
      Limits limits) {
    this(log, stored, stamps, directory, relay, Succession.ALONE, limits);
  }

  /// What one of several nodes owns.
  ///
  /// @param relay takes deliveries to the nodes of the readers
  public LocalPlacement(
      MessageLog log,
      Conversations stored,
      Stamps stamps,
      Directory directory,
      Relay relay,
      Succession succession,
      Limits limits) {
    this.stored = stored;
    this.limits = limits;
    this.host =
        new Conversation.Host(
            log, stamps, directory, relay, succession, () -> this.limits, this::forget);
  }

  /// Takes other limits, for what is decided from now on. What there is of something stays, even if
  /// it is more than could come now.
  public void reload(Limits newLimits) {
    limits = newLimits;
  }

  @Override
  public <S extends ConversationState> CompletableFuture<Outcome> ask(
      ConversationId<S> where,
      Actor actor,
      Request<? super S> request,
      @Nullable Origin origin,
      @Nullable IdempotencyKey key) {
    while (true) {
      var answer = owner(where).ask(actor, request, origin, key);
      if (answer != null) {
        return answer;
      }
      owned.computeIfPresent(where, (_, owner) -> owner.isRetired() ? null : owner);
    }
  }

  @Override
  public Optional<ChannelState> look(ChannelName name) {
    return owned.get(name) instanceof Channel channel ? inUse(channel) : Optional.empty();
  }

  @Override
  public Collection<ChannelName> channelsOf(PersonId person) {
    return channels().stream()
        .filter(channel -> channel.has(person))
        .map(ChannelState::name)
        .toList();
  }

  @Override
  public Collection<ChannelState> channels() {
    var channels = new ArrayList<ChannelState>();
    for (var owner : owned.values()) {
      if (owner instanceof Channel channel) {
        inUse(channel).ifPresent(channels::add);
      }
    }
    return channels;
  }

  /// Ends the ownership of a conversation: what was asked before is still decided.
  ///
  /// @return done when another node may own it
  public CompletableFuture<Void> release(ConversationId<?> where) {
    var owner = owned.get(where);
    return owner == null ? CompletableFuture.completedFuture(null) : owner.release();
  }

  /// Tells all channels that a node is no more.
  ///
  /// @param near the name of this node
  /// @param far its name
  public void lose(int node, String near, String far) {
    for (var owner : owned.values()) {
      if (owner instanceof Channel channel) {
        channel.ask(Actor.SERVER, new LoseNode(node, near, far), null, null);
      }
    }
  }

  /// Forgets the conversations that nobody has asked anything for so long; what they own is on
  /// disk.
  public void sweep(Duration idle) {
    long since = System.nanoTime() - idle.toNanos();
    for (var owner : owned.values()) {
      if (owner instanceof PrivateConversation) {
        owner.retireIfIdleSince(since);
      }
    }
  }

  private void forget(Conversation<?> conversation) {
    owned.remove(conversation.id(), conversation);
  }

  private static Optional<ChannelState> inUse(Channel channel) {
    return Optional.ofNullable(channel.published()).filter(state -> state.size() > 0);
  }

  @SuppressWarnings("unchecked") // an id's type parameter is that of its owner
  private <S extends ConversationState> Conversation<S> owner(ConversationId<S> where) {
    return (Conversation<S>)
        owned.computeIfAbsent(
            where,
            id ->
                switch (id) {
                  case ChannelName name -> new Channel(name, stored, host);
                  case Pair pair -> new PrivateConversation(pair, stored, host);
                });
  }
}
