package chat.salon.core;

import chat.salon.core.Event.Said;
import chat.salon.core.port.Conversations;
import chat.salon.core.port.Head;
import chat.salon.core.port.StoredChannel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The owner of one private conversation.
final class PrivateConversation extends Conversation<PrivateState> {
  private final Pair pair;
  private final Conversations stored;

  PrivateConversation(Pair pair, Conversations stored, Host host) {
    super(pair, host);
    this.pair = pair;
    this.stored = stored;
  }

  @Override
  Loaded<PrivateState> load() {
    return new Loaded<>(new PrivateState(pair), stored.head(pair).orElse(Head.START));
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
  boolean isOver(PrivateState state) {
    return false; // kept for the next message; the sweep of the placement forgets it
  }

  @Override
  void delivered(Event event) {}

  @Override
  Set<PersonId> only(Event event, PrivateState state) {
    return event instanceof Said said && said.to() != null && !said.to().equals(said.by().id())
        ? Set.of(said.by().id(), said.to())
        : event instanceof Said said ? Set.of(said.by().id()) : Set.of();
  }
}
