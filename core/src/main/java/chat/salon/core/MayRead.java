package chat.salon.core;

import chat.salon.core.Event.Said;
import chat.salon.core.port.Conversations;
import chat.salon.core.port.Placement;
import chat.salon.core.request.Action.Read;
import chat.salon.core.request.Rights;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Whether somebody may read messages at this moment, which were not read from their conversations:
/// the same as [History#read] would show. Looks each conversation up once; for one turn.
final class MayRead implements Predicate<Said> {
  private final Actor actor;
  private final Placement placement;
  private final Conversations conversations;
  private final Map<ConversationId<?>, Optional<Bounds>> known = new HashMap<>();

  // Within a conversation that may be read.
  private record Bounds(long from, Ranks ranks, @Nullable AccountName own) {
    boolean contain(Said said) {
      return said.stamp().id() >= from
          && (said.least() == null
              || ranks.atLeast(said.least())
              || (own != null && own.equals(said.by().account())));
    }
  }

  MayRead(Actor actor, Placement placement, Conversations conversations) {
    this.actor = actor;
    this.placement = placement;
    this.conversations = conversations;
  }

  @Override
  public boolean test(Said said) {
    return known
        .computeIfAbsent(said.where(), this::bounds)
        .filter(bounds -> bounds.contain(said))
        .isPresent();
  }

  private Optional<Bounds> bounds(ConversationId<?> where) {
    return switch (where) {
      case ChannelName name ->
          placement
              .look(name)
              .filter(channel -> Rights.refusal(actor, new Read(), channel).isEmpty())
              .map(channel ->
                  new Bounds(
                      Horizon.from(actor, channel, conversations),
                      channel.ranks(actor.id()),
                      null));
      case Pair pair ->
          pair.has(Pair.party(actor.person()))
              ? Optional.of(
                  new Bounds(Horizon.privatelyFrom(actor), Ranks.NONE, actor.person().account()))
              : Optional.empty();
    };
  }
}
