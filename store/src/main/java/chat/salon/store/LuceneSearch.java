package chat.salon.store;

import chat.salon.core.StoreException;
import chat.salon.core.search.MessageSearch;
import chat.salon.core.search.Query;
import chat.salon.core.search.SearchSettings;
import chat.salon.store.search.MessageIndex;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Searches the index of this node, a few at a time, on threads of their own.
public final class LuceneSearch implements MessageSearch, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LuceneSearch.class);
  private static final int PATIENCE = 4; // so many times as long as a search may take

  private final SearchFollower follower;
  private final ThreadPoolExecutor threads;
  private final long patienceMillis;

  LuceneSearch(SearchFollower follower, SearchSettings settings) {
    this.follower = follower;
    this.patienceMillis = (long) settings.timeoutMillis() * PATIENCE;
    this.threads =
        new ThreadPoolExecutor(
            settings.threads(),
            settings.threads(),
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(settings.queue()),
            Thread.ofPlatform().name("search ", 0).daemon().factory());
  }

  @Override
  public Found find(Wanted wanted) {
    try {
      var found = threads.submit(() -> follower.index().find(wanted));
      try {
        return found(found.get(patienceMillis, TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        found.cancel(false); // Lucene closes files whose readers are interrupted
        throw new StoreException("The search took too long.", e);
      }
    } catch (RejectedExecutionException e) {
      throw new StoreException("Too many searches at once.", e);
    } catch (ExecutionException e) {
      throw failed(Objects.requireNonNullElse(e.getCause(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("The server is stopping.", e);
    }
  }

  private Found found(Found found) {
    return follower.isComplete() ? found : new Found(found.matches(), found.hasMore(), false);
  }

  private static StoreException failed(Throwable why) {
    if (why instanceof StoreException known) {
      return known;
    }
    if (!(why instanceof AlreadyClosedException)) { // it is being opened anew
      LOG.error("A search failed", why);
    }
    return new StoreException("A search failed.", why);
  }

  @Override
  public List<Mark> marks(Query query, String text) {
    return MessageIndex.marks(query, text);
  }

  /// Why the index does not follow the log; empty when it does.
  public String trouble() {
    return follower.trouble();
  }

  /// Whether everything that was said can be found. What is said now is so a moment later.
  public boolean isComplete() {
    return follower.isComplete();
  }

  /// How many messages can be found.
  ///
  /// @throws StoreException the index cannot be used now
  public int size() {
    try {
      return follower.index().size();
    } catch (IOException | AlreadyClosedException e) {
      throw new StoreException("The search index cannot be used yet.", e);
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    follower.close();
  }
}
