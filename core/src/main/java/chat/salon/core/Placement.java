package chat.salon.core;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Port: where the owner of each conversation is. One node owns all of them; in a network each has
/// exactly one owner, and requests go there.
public interface Placement {

  /// Asks the owner. Requests that one thread asks of one conversation are decided in that order.
  /// The answer comes when the outcome is on disk and this node's [Audience] has been handed the
  /// events; it ends exceptionally only for a fault of ours.
  <S extends ConversationState> CompletableFuture<Outcome> ask(
      ConversationId<S> where, Actor actor, Request<S> request, @Nullable Origin origin);

  /// The channel as last published, when people are in it. May wait for another node.
  Optional<ChannelState> look(ChannelName name);

  /// All channels that people are in, in no order. May wait for other nodes.
  Collection<ChannelState> channels();
}
