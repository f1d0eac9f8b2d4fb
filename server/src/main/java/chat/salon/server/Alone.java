package chat.salon.server;

import chat.salon.core.StoreException;
import chat.salon.core.port.Nodes;
import chat.salon.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps other servers off a database that they could reach, for as long as this one runs.
final class Alone implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Alone.class);
  private static final Duration BEAT = Nodes.LIFETIME.dividedBy(3);

  private final Store store;
  private final int number;

  private Alone(Store store, int number) {
    this.store = store;
    this.number = number;
  }

  /// @param data the folder, which only one server has
  /// @throws StoreException another server uses the database
  static Alone claim(Store store, String server, Path data, Chores chores) {
    int number = store.claimAlone(server + ":" + data.toAbsolutePath().normalize());
    var alone = new Alone(store, number);
    chores.every(BEAT, alone::renew);
    return alone;
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
