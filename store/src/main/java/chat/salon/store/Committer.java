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
  private static final String PROBE =
      """
      update setting set content = content where name = 'server_key'\
      """;

  private static final long MOST_BYTES = 8L << 20;
  private static final Duration TO_BEGIN = Duration.ofSeconds(10);
  private static final Duration TO_END = Duration.ofSeconds(60);

  private final Db db;
  private final Database database;
  private final Runnable undone;
  private final int mostRows;
  private final ArrayBlockingQueue<Task<?>> queue;
  private final Task<Boolean> stop = new Task<>(0, 0, _ -> true);
  private final AtomicLong commits = new AtomicLong();
  private final Thread thread;
  private List<Task<?>> current = List.of();
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
    return task.await(TO_BEGIN, TO_END, () -> shut("a commit did not end in time"));
  }

  private void offer(Task<?> task) {
    refuseIfShut();
    try {
      if (!queue.offer(task, TO_BEGIN.toMillis(), TimeUnit.MILLISECONDS)) {
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

  /// Whether it can write: when the last commit failed and the next may not, it tries.
  Health health() {
    if (!health.isWritable() && shut == null) {
      try {
        commit(1, 0, db -> db.update(PROBE));
      } catch (StoreException e) {
        LOG.debug("The store still cannot write", e);
      }
    }
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
        current = List.copyOf(group);
        commit(group);
        if (isLast) {
          shut = "The store is closed.";
        }
      }
      if (next != null) {
        next.fail(new StoreException(String.valueOf(shut)));
      }
    } catch (Throwable e) {
      shut("the writer failed: " + e);
      LOG.error("The writer of the store failed", e);
    } finally {
      failAll(current); // those that have an answer keep it
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
      var failure = tryCommit(group);
      if (failure == null) {
        commits.incrementAndGet();
        recovered();
        group.forEach(Task::succeed);
        return;
      }
      undo();
      judge(failure, group);
    }
  }

  /// What failed, and whose work it was; the culprit is null when it was the commit itself.
  private record Failure(Exception what, @Nullable Task<?> culprit) {}

  private @Nullable Failure tryCommit(List<Task<?>> group) {
    Task<?> running = null;
    try {
      for (var task : group) {
        running = task;
        task.run(db);
      }
      running = null;
      db.commit();
      return null;
    } catch (SQLException | RuntimeException e) {
      return new Failure(e, running);
    }
  }

  /// Takes out of the group those that have failed with this; who is left is tried again.
  private void judge(Failure failure, List<Task<?>> group) {
    var e = failure.what();
    var trouble = e instanceof SQLException sql ? database.trouble(sql) : Trouble.OWN;
    var culprit = failure.culprit();
    if (culprit == null && trouble == Trouble.OWN) {
      trouble = Trouble.FATAL; // the commit itself: who knows what became of it
    }
    switch (trouble) {
      case OWN -> LOG.warn("A write was refused, its neighbours were not", e);
      case PASSING -> {
        if (health.isWritable()) {
          LOG.error("The store cannot write now", e);
        }
        health = Health.bad("The store cannot write now: " + e.getMessage());
      }
      case FATAL -> shut(String.valueOf(e.getMessage()));
    }
    var why = e instanceof StoreException ours ? ours : new StoreException("writing", e);
    if (trouble == Trouble.OWN && culprit != null && shut == null) {
      culprit.fail(why);
      group.remove(culprit);
    } else {
      group.forEach(task -> task.fail(why));
      group.clear();
    }
  }

  private void recovered() {
    if (!health.isWritable() && shut == null) {
      LOG.info("The store writes again.");
      health = Health.GOOD;
    }
  }

  private void undo() {
    undone.run();
    try {
      database.rollback(db.connection());
    } catch (SQLException e) {
      shut("a transaction could not be undone: " + e.getMessage());
    }
  }

  /// How many pieces of work wait for a transaction.
  int waiting() {
    return queue.size();
  }

  private void shut(String why) {
    var sentence =
        "The store writes nothing more since "
            + why
            + ". Restart the server when the disk is"
            + " well.";
    if (shut == null) {
      LOG.error(sentence);
      shut = sentence;
      health = Health.bad(sentence);
    }
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
      if (shut == null && queue.offer(stop, TO_BEGIN.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.join(TO_BEGIN);
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
