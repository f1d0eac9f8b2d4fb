package chat.salon.cluster;

import chat.salon.cluster.Message.Question;
import chat.salon.cluster.Settings.Endpoint;
import org.jspecify.annotations.Nullable;

/// Whether those who say something are who they say. Any thread; nothing waits.
final class Callers {
  private final int node;
  private final Peers peers;
  private final Alarms alarms;

  /// @param node the number of this node
  Callers(int node, Peers peers, Alarms alarms) {
    this.node = node;
    this.peers = peers;
    this.alarms = alarms;
  }

  /// Whether the node at a place has this number, as far as is known.
  boolean isAt(int from, @Nullable Endpoint place) {
    return place == null ? from == node : peers.isAt(from, place);
  }

  /// Whether another node is at that place.
  boolean isElsewhere(int from, @Nullable Endpoint place) {
    return place != null && (from == node || peers.isElsewhere(from, place));
  }

  /// The same as [#isAt], for what is said again when a node is not known yet; raises an alarm when
  /// another node is there.
  boolean isTrue(Question question, @Nullable Endpoint place) {
    return isTrue(question.from(), place, question);
  }

  boolean isTrue(int from, @Nullable Endpoint place, Message message) {
    if (isElsewhere(from, place)) {
      alarm(place, message.getClass().getSimpleName() + " for the node " + peers.name(from));
      return false;
    }
    return isAt(from, place);
  }

  /// @param place of the node that said it; null for this one
  void alarm(@Nullable Endpoint place, String what) {
    alarms.raise(place == null ? peers.name(node) : peers.name(place), what);
  }

  /// @param from the number of the node that said it
  void alarm(int from, String what) {
    alarms.raise(peers.name(from), what);
  }
}
