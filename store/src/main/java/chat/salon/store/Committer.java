package chat.salon.store;

import chat.salon.core.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer: a thread of its own that owns the writing connection. What comes while a
/// transaction is being synced shares the next one. One bad piece of work fails alone. After an
/// error that leaves the disk in doubt nothing is written any more, and nothing is tried again.
final class Committer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
  private static final long MOST_BYTES = 8L << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Db db;
  private final Database database;
  private final Runnable undone;
  private final int mostRows;
  private final ArrayBlockingQueue<Task<?>> queue;
  private final Task<Boolean> stop = new Task<>(0, 0, _ -> true);
  private final AtomicLong commits = new AtomicLong();
  private final Thread thread;
  private volatile @Nullable String shut;
  private volatile Health health = Health.GOOD;

  /// @param undone told when a transaction was undone, with all that was learnt in it
  Committer(Db db, Database database, StoreSettings settings, Runnable undone) {
    this.db = db;
    this.database = database;
    this.undone = undone;
    this.mostRows = settings.commitRows();
    this.queue = new ArrayBlockingQueue<>(settings.queue());
    this.thread = Thread.ofPlatform().name("store writer").daemon().start(this::work);
  }

  /// Does some work in a transaction, and returns when it would survive a power cut.
  ///
  /// @throws StoreException nothing of it was stored
  <R> R commit(int rows, long bytes, Task.Work<R> work) {
    var task = new Task<R>(rows, bytes, work);
    offer(task);
    return task.await(PATIENCE, () -> shut("a commit did not end in time"));
  }

  private void offer(Task<?> task) {
    refuseIfShut();
    try {
      if (!queue.offer(task, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoreException("The store is too busy.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("The wait for the store was interrupted.");
    }
    if (shut != null) {
      failAll(drain());
    }
  }

  private void refuseIfShut() {
    var why = shut;
    if (why != null) {
      throw new StoreException(why);
    }
  }

  /// Whether the last commit succeeded, or why none will.
  Health health() {
    return health;
  }

  /// How many transactions were committed so far.
  long commits() {
    return commits.get();
  }

  private void work() {
    try {
      Task<?> next = null;
      while (shut == null) {
        var group = new ArrayList<Task<?>>();
        next = collect(next == null ? queue.take() : next, group);
        boolean isLast = group.remove(stop);
        group.removeIf(task -> !task.begin());
        commit(group);
        if (isLast) {
          shut = "The store is closed.";
        }
      }
      if (next != null) {
        failAll(List.of(next));
      }
    } catch (Throwable e) {
      shut("the writer failed: " + e);
      LOG.error("The writer of the store failed", e);
    } finally {
      failAll(drain());
    }
  }

  // Takes what is there up to the bounds of a transaction; returns what was one too many.
  private @Nullable Task<?> collect(Task<?> first, List<Task<?>> group) {
    int rows = 0;
    long bytes = 0;
    for (Task<?> task = first; task != null; task = queue.poll()) {
      rows += task.rows();
      bytes += task.bytes();
      if (!group.isEmpty() && (rows > mostRows || bytes > MOST_BYTES)) {
        return task;
      }
      group.add(task);
    }
    return null;
  }

  private void commit(List<Task<?>> group) {
    while (!group.isEmpty()) {
      Task<?> current = null;
      try {
        for (var task : group) {
          current = task;
          task.run(db);
        }
        current = null;
        db.commit();
      } catch (SQLException | RuntimeException e) {
        if (!goOn(group, current, e)) {
          return;
        }
        continue;
      }
      commits.incrementAndGet();
      if (!health.isWritable() && shut == null) {
        LOG.info("The store writes again.");
        health = Health.GOOD;
      }
      group.forEach(Task::succeed);
      return;
    }
  }

  /// Undoes a transaction that failed; whether the rest of the group is to be tried again.
  private boolean goOn(List<Task<?>> group, @Nullable Task<?> culprit, Exception e) {
    var trouble = e instanceof SQLException sql ? database.trouble(sql) : Trouble.OWN;
    if (trouble == Trouble.OWN && culprit == null) {
      trouble = Trouble.FATAL; // the commit itself: who knows what became of it
    }
    var why = e instanceof StoreException ours ? ours : new StoreException("writing", e);
    if (trouble == Trouble.FATAL) {
      shut(String.valueOf(e.getMessage()));
    }
    undo();
    if (trouble == Trouble.OWN && culprit != null) {
      LOG.warn("A write was refused, its neighbours were not", e);
      culprit.fail(why);
      group.remove(culprit);
      if (shut == null) {
        return true;
      }
    }
    if (trouble == Trouble.PASSING && shut == null) {
      LOG.error("The store cannot write now", e);
      health = Health.bad("The store cannot write now: " + e.getMessage());
    }
    group.forEach(task -> task.fail(why));
    return false;
  }

  private void undo() {
    undone.run();
    try {
      database.rollback(db.connection());
    } catch (SQLException e) {
      shut("a transaction could not be undone: " + e.getMessage());
    }
  }

  private void shut(String why) {
    var sentence =
        "The store writes nothing more since "
            + why
            + ". Restart the server when the disk is"
            + " well.";
    LOG.error(sentence);
    shut = sentence;
    health = Health.bad(sentence);
  }

  private List<Task<?>> drain() {
    var left = new ArrayList<Task<?>>();
    queue.drainTo(left);
    return left;
  }

  private void failAll(List<Task<?>> tasks) {
    var why = new StoreException(String.valueOf(shut));
    tasks.forEach(task -> task.fail(why));
  }

  /// Commits what is waiting, then stops. Waits so long and no longer.
  @Override
  public void close() {
    try {
      if (shut == null && queue.offer(stop, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.join(PATIENCE);
      }
      if (!thread.isAlive() || thread.join(Duration.ofSeconds(1))) {
        db.close();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      LOG.warn("closing the store's writer", e);
    }
  }
}
