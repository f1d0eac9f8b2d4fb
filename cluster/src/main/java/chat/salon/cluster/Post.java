package chat.salon.cluster;

import chat.salon.cluster.Message.Parcel;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Takes what is said to a node there, this one included. Any thread; nothing waits.
final class Post {
  private final int node;
  private final Peers peers;
  private final BiConsumer<Integer, Parcel> parcels;
  private final Consumer<Message> messages;

  /// @param node the number of this node
  /// @param parcels gets those for this node, and from where they are
  /// @param messages gets those for this node
  Post(int node, Peers peers, BiConsumer<Integer, Parcel> parcels, Consumer<Message> messages) {
    this.node = node;
    this.peers = peers;
    this.parcels = parcels;
    this.messages = messages;
  }

  /// The number of this node.
  int here() {
    return node;
  }

  /// All nodes that are there, and this one.
  Set<Integer> everywhere() {
    var nodes = new HashSet<>(elsewhere());
    nodes.add(node);
    return nodes;
  }

  /// All others that are there.
  Set<Integer> elsewhere() {
    return peers.numbers();
  }

  /// Sends a parcel, which arrives in order and once; nothing for a node that has gone.
  void send(int to, Parcel parcel) {
    if (to == node) {
      parcels.accept(node, parcel);
    } else {
      peers.send(to, parcel);
    }
  }

  /// Sends what may be lost, or overtake parcels.
  void tell(int to, Message message) {
    if (to == node) {
      messages.accept(message);
    } else {
      peers.tell(to, message);
    }
  }
}
