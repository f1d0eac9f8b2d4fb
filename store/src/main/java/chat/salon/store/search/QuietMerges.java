package chat.salon.store.search;

import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Merges what was indexed, one merge at a time beside the writing. One that fails is told by the
/// writer, which is then closed.
final class QuietMerges extends ConcurrentMergeScheduler {
  private static final Logger LOG = LoggerFactory.getLogger(QuietMerges.class);

  QuietMerges() {
    setMaxMergesAndThreads(6, 1);
  }

  @Override
  protected void handleMergeException(Throwable e) {
    LOG.warn("A merge of the search index failed: {}", e.toString());
  }
}
