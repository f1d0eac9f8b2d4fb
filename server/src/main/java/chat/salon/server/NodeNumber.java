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

  private final Store store;
  private final int number;

  private NodeNumber(Store store, int number) {
    this.store = store;
    this.number = number;
  }

  /// For a server that is alone.
  ///
  /// @param data the folder, which only one server has
  /// @throws StoreException another server uses the database
  static NodeNumber alone(Store store, String server, Path data, Chores chores) {
    return kept(store, store.claimAlone(server + ":" + data.toAbsolutePath().normalize()), chores);
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

  private void renew() {
    try {
      store.nodes().renew(number);
    } catch (StoreException e) {
      LOG.error("Other servers may believe that this one has gone: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      store.nodes().release(number);
    } catch (StoreException e) {
      LOG.warn("The next start may have to wait: {}", e.getMessage());
    }
  }
}
