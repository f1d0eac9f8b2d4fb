package chat.salon.server;

import chat.salon.cluster.NodeAddress;
import chat.salon.core.StoreException;
import chat.salon.core.port.Nodes;
import chat.salon.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The number of this server among those that can reach its database, for as long as it runs.
/// Without a network it keeps others off.
final class NodeNumber implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeNumber.class);
  private static final Duration BEAT = Nodes.LIFETIME.dividedBy(3);

  private static final int NONE = 0;

  private final Store store;
  private final int number;
  private volatile boolean isResting;

  private NodeNumber(Store store, int number) {
    this.store = store;
    this.number = number;
  }

  /// For a server that is alone. Where no other can reach its database it has none: 0.
  ///
  /// @param data the folder, which only one server has
  /// @throws StoreException another server uses the database
  static NodeNumber alone(Store store, String server, Path data, Chores chores) {
    return store.isShared()
        ? kept(store, store.claimAlone(server + ":" + data.toAbsolutePath().normalize()), chores)
        : new NodeNumber(store, NONE);
  }

  /// For a node of a network.
  ///
  /// @throws StoreException a server that is alone uses the database
  static NodeNumber inNetwork(Store store, NodeAddress node, Chores chores) {
    return kept(store, store.nodes().claim(node.toString()), chores);
  }

  private static NodeNumber kept(Store store, int number, Chores chores) {
    var kept = new NodeNumber(store, number);
    chores.every(BEAT, kept::renew);
    return kept;
  }

  int value() {
    return number;
  }

  /// Gives the number back early: this node takes no part any more until it starts anew.
  void rest() {
    isResting = true;
    close();
  }

  /// Whether no node lives that the database knows of; false when it cannot be asked.
  boolean isOfNobody() {
    try {
      return store.nodes().isEmpty();
    } catch (StoreException e) {
      LOG.debug("The database does not say who lives", e);
      return false;
    }
  }

  private void renew() {
    if (isResting) {
      return;
    }
    try {
      store.nodes().renew(number);
    } catch (StoreException e) {
      LOG.error("Other servers may believe that this one has gone: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    if (number == NONE) {
      return;
    }
    try {
      store.nodes().release(number);
    } catch (StoreException e) {
      LOG.warn("The next start may have to wait: {}", e.getMessage());
    }
  }
}
