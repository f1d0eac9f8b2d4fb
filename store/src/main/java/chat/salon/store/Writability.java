package chat.salon.store;

import chat.salon.core.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the store may write: yes, not just now, or never again until the server is started anew.
/// Any thread.
final class Writability {
  private static final Logger LOG = LoggerFactory.getLogger(Writability.class);

  private volatile Health health = Health.GOOD;
  private volatile @Nullable String shut;

  Health health() {
    return health;
  }

  boolean isShut() {
    return shut != null;
  }

  /// What those are told who come after the end of all writing.
  StoreException refusal() {
    var why = shut;
    return new StoreException(why == null ? "The store cannot write." : why);
  }

  void succeeded() {
    if (!health.isWritable() && !isShut()) {
      LOG.info("The store writes again.");
      health = Health.GOOD;
    }
  }

  void failed(Exception e) {
    if (health.isWritable()) {
      LOG.error("The store cannot write now", e);
    }
    if (!isShut()) {
      health = Health.bad("The store cannot write now: " + e.getMessage());
    }
  }

  /// Ends all writing: the disk cannot be trusted.
  synchronized void shut(String why) {
    if (shut == null) {
      var sentence =
          "The store writes nothing more since "
              + why
              + ". Restart the server when the disk is well.";
      LOG.error(sentence);
      health = Health.over(sentence);
      shut = sentence;
    }
  }

  /// Ends all writing because the server stops.
  synchronized void close() {
    if (shut == null) {
      health = Health.over("The store is closed.");
      shut = "The store is closed.";
    }
  }
}
