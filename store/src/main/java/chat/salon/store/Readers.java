package chat.salon.store;

import chat.salon.core.StoreException;
import chat.salon.store.Watch.Patience;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A few threads, each with a connection that only reads while it asks. Platform threads: a virtual
/// thread inside SQLite's native code would hold up the others.
final class Readers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30));
  private static final int MOST_LOST = 3; // as many as may be left in a pool of the usual size

  private final ArrayBlockingQueue<Task<?>> queue;
  private final List<Thread> threads = new ArrayList<>();
  private final Database database;
  private final ReadingPool pool;
  private final Watch watch =
      new Watch(
          "store readers' watch", PATIENCE, () -> LOG.error("a question did not end in time"));
  private volatile boolean isClosed;

  Readers(Database database, StoreSettings settings) throws SQLException {
    this.database = database;
    this.queue = new ArrayBlockingQueue<>(settings.queue());
    this.pool = database.openReaders(settings.readers());
    for (int i = 0; i < settings.readers(); i++) {
      threads.add(Thread.ofPlatform().name("store reader " + i).daemon().start(this::work));
    }
  }

  /// Asks something, and waits for the answer. Sees everything that was committed before.
  ///
  /// @param doing what is asked, for the log
  <R> R read(String doing, Task.Work<R> question) {
    if (isClosed) {
      throw new StoreException("The store is closed.");
    }
    var task = new Task<R>(0, 0, question);
    if (!queue.offer(task)) {
      throw new StoreException("The store is too busy for " + doing + ".");
    }
    return watch.await(task);
  }

  private void work() {
    while (!isClosed) {
      try {
        answer(queue.take());
      } catch (InterruptedException _) {
        return; // only close() interrupts
      }
    }
  }

  private <R> void answer(Task<R> task) {
    if (!task.begin()) {
      return;
    }
    try {
      ask(task);
      task.succeed();
    } catch (StoreException e) {
      task.fail(e);
    } catch (SQLTransientConnectionException | SQLNonTransientConnectionException e) {
      LOG.warn("A question to {} failed: {}", database.name(), e.getMessage());
      task.fail(new StoreException("The database cannot be reached.", e));
    } catch (SQLException | RuntimeException e) {
      LOG.error("A question to the store failed", e);
      task.fail(new StoreException("reading", e));
    } catch (Error e) {
      task.fail(new StoreException("reading", e));
      throw e;
    }
  }

  // Asks once more when the connection is lost: the pool then has others.
  private void ask(Task<?> task) throws SQLException {
    for (int lost = 0; ; lost++) {
      var db = pool.borrow();
      try {
        task.run(db);
        return;
      } catch (SQLException e) {
        if (database.trouble(e) != Trouble.LOST || lost == MOST_LOST) {
          throw e;
        }
      } finally {
        pool.giveBack(db);
      }
    }
  }

  @Override
  public void close() {
    isClosed = true;
    boolean haveAllEnded = true;
    try {
      for (var thread : threads) {
        thread.interrupt();
        haveAllEnded &= thread.join(PATIENCE.toBegin());
      }
      if (haveAllEnded) { // else somebody still waits, and is watched over
        pool.close();
        watch.close();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      LOG.warn("closing the store's readers", e);
    }
    var left = new ArrayList<Task<?>>();
    queue.drainTo(left);
    left.forEach(task -> task.fail(new StoreException("The store is closed.")));
  }
}
