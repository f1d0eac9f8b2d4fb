package chat.salon.server;

import chat.salon.cluster.NodeKeys;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys of this node as its files have them now. When they have changed and cannot be used,
/// that is logged once, and the old ones hold. Any thread.
final class WatchedKeys implements Supplier<NodeKeys> {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedKeys.class);

  private final KeyFolder folder;
  private String seen;
  private NodeKeys current;

  /// @throws IllegalArgumentException what is wrong with the files
  WatchedKeys(KeyFolder folder) {
    this.folder = folder;
    seen = look();
    current = folder.keys();
  }

  @Override
  public synchronized NodeKeys get() {
    var now = look();
    if (!now.equals(seen)) {
      seen = now; // before they are read: a change in between is seen later
      refresh();
    }
    return current;
  }

  private void refresh() {
    try {
      current = folder.keys();
      LOG.info("The keys in {} were read again; new links use them", folder.path());
    } catch (IllegalArgumentException e) {
      LOG.warn("The keys of this node stay as they were: {}", e.getMessage());
    }
  }

  private String look() {
    return Look.at(folder.node(), folder.trust());
  }
}
