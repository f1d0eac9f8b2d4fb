package chat.salon.core;

import chat.salon.core.Event.Said;
import chat.salon.core.port.Conversations;
import chat.salon.core.port.Head;
import chat.salon.core.port.StoredChannel;
import chat.salon.core.port.Succession;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The owner of one private conversation.
final class PrivateConversation extends Conversation<PrivateState> {
  private final Pair pair;
  private final Conversations stored;
  private final Succession succession;
  private Set<PersonId> lastTwo = Set.of();

  PrivateConversation(Pair pair, Conversations stored, Host host) {
    super(pair, host);
    this.pair = pair;
    this.stored = stored;
    this.succession = host.succession();
  }

  @Override
  Head stored() {
    return stored.head(pair).orElse(Head.START);
  }

  @Override
  Loaded<PrivateState> load() {
    long epoch = succession.take(pair);
    return new Loaded<>(new PrivateState(pair), stored().withEpoch(epoch));
  }

  @Override
  @Nullable ChannelSnapshot snapshot(PrivateState state, Head head) {
    return null;
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
    if (!(event instanceof Said said)) {
      return Set.of();
    }
    var to = said.to();
    return to == null ? both(said.by().id(), said.by().id()) : both(said.by().id(), to);
  }

  // The same object for message after message.
  private Set<PersonId> both(PersonId one, PersonId other) {
    int people = one.equals(other) ? 1 : 2;
    if (lastTwo.size() != people || !lastTwo.contains(one) || !lastTwo.contains(other)) {
      lastTwo = people == 1 ? Set.of(one) : Set.of(one, other);
    }
    return lastTwo;
  }
}
