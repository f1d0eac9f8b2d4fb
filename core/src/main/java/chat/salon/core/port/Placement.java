package chat.salon.core.port;

import chat.salon.core.Actor;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.ConversationId;
import chat.salon.core.ConversationState;
import chat.salon.core.IdempotencyKey;
import chat.salon.core.Origin;
import chat.salon.core.Outcome;
import chat.salon.core.PersonId;
import chat.salon.core.Visit;
import chat.salon.core.request.Request;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Port: where the owner of each conversation is. One node owns all of them; in a network each has
/// exactly one owner, and requests go there.
public interface Placement {

  /// Asks the owner. Requests that one thread asks of one conversation are decided in that order.
  /// The answer comes when the outcome is on disk and this node's [Audience] has been handed the
  /// events; it ends exceptionally only for a fault of ours. It always comes: who waits for it sets
  /// no bound of their own, so an owner that does not answer in time is answered for.
  ///
  /// @param key by which it is done once, however often it is asked; null for what is asked once
  <S extends ConversationState> CompletableFuture<Outcome> ask(
      ConversationId<S> where,
      Actor actor,
      Request<? super S> request,
      @Nullable Origin origin,
      @Nullable IdempotencyKey key);

  /// Asks what is asked once.
  default <S extends ConversationState> CompletableFuture<Outcome> ask(
      ConversationId<S> where, Actor actor, Request<? super S> request, @Nullable Origin origin) {
    return ask(where, actor, request, origin, null);
  }

  /// The channel as last published, when people are in it. May wait for another node.
  Optional<ChannelState> look(ChannelName name);

  /// The channels that somebody is on, in no order. May wait for the nodes where they are.
  Collection<ChannelName> channelsOf(PersonId person);

  /// Somebody's sessions on other nodes, in no order. May wait for the nodes where they are.
  default Collection<Visit> visitsElsewhere(PersonId person) {
    return List.of();
  }

  /// All channels that people are in, in no order; the members of those that nobody of this node is
  /// in are counted, and not there. May wait for other nodes.
  Collection<ChannelState> channels();
}
