package chat.salon.store;

import chat.salon.core.Handover;
import chat.salon.core.StoreException;
import chat.salon.store.Watch.Patience;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer: a thread of its own that owns the writing connection. What comes while a
/// transaction is being synced shares the next one.
final class Committer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
  private static final long MOST_BYTES = 8L << 20;

  private static final String PROBE =
      """
      update setting set content = content where name = 'server_key'\
      """;

  private final Writer writer;
  private final @Nullable LastWrite lastWrite;
  private final Patience patience;
  private final Watch watch;
  private final Handover handover = new Handover(this::wake);
  private final int mostRows;
  private final ArrayBlockingQueue<Task<?>> queue;
  private final Writability writability = new Writability();
  private final GroupCommit groupCommit;
  private final Task<Boolean> stop = new Task<>(0, 0, _ -> true);
  private final Thread thread;
  private List<Task<?>> current = List.of();

  /// @param lastWrite null for a database that loses no connection
  Committer(
      Writer writer,
      @Nullable LastWrite lastWrite,
      Database database,
      StoreSettings settings,
      Patience patience,
      BatchWriter batches) {
    this.writer = writer;
    this.lastWrite = lastWrite;
    this.patience = patience;
    this.watch =
        new Watch(
            "store watch",
            patience,
            () -> {
              var why = "a commit did not end in " + patience.toEnd();
              if (database.isRemote()) {
                writability.failed(new StoreException(why)); // its connection will be given up
              } else {
                writability.shut(why);
              }
            });
    this.mostRows = settings.commitRows();
    this.queue = new ArrayBlockingQueue<>(settings.queue());
    this.groupCommit =
        new GroupCommit(writer, database, lastWrite, batches, writability, settings.timeout());
    this.thread = Thread.ofPlatform().name("store writer").daemon().start(this::work);
  }

  /// Does some work in a transaction, and returns when it would survive a power cut.
  ///
  /// @throws StoreException nothing of it was stored
  <R> R commit(int rows, long bytes, Task.Work<R> work) {
    if (writability.isShut()) {
      throw writability.refusal();
    }
    var task = new Task<R>(rows, bytes, work);
    offer(task);
    return watch.await(task);
  }

  private void offer(Task<?> task) {
    try {
      if (!queue.offer(task, patience.toBegin().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoreException("The store is too busy.");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new StoreException("The wait for the store was interrupted.");
    }
    if (writability.isShut()) {
      failWaiting(); // the writer may have gone without seeing it
    }
    handover.soon();
  }

  private void wake() {
    LockSupport.unpark(thread);
  }

  private Task<?> take() {
    var task = queue.poll();
    while (task == null) {
      LockSupport.park(this);
      task = queue.poll();
    }
    return task;
  }

  /// Whether it can write: when the last commit failed and the next may not, it tries.
  Health health() {
    if (!writability.health().isWritable() && !writability.isShut()) {
      try {
        commit(1, 0, db -> db.update(PROBE));
      } catch (StoreException e) {
        LOG.debug("The store still cannot write", e);
      }
    }
    return writability.health();
  }

  /// How many transactions were committed so far.
  long commits() {
    return groupCommit.commits();
  }

  /// How often the connection was lost.
  long losses() {
    return groupCommit.losses();
  }

  /// How many pieces of work wait for a transaction.
  int waiting() {
    return queue.size();
  }

  private void work() {
    Task<?> next = null;
    try {
      while (!writability.isShut()) {
        var group = new ArrayList<Task<?>>();
        next = collect(next == null ? take() : next, group);
        boolean isLast = group.remove(stop);
        group.removeIf(task -> !task.begin());
        current = List.copyOf(group);
        groupCommit.commit(group);
        current = List.of();
        if (isLast) {
          writability.close();
        }
      }
    } catch (Throwable e) {
      LOG.error("The writer of the store failed", e);
      writability.shut("its writer failed: " + e);
    } finally {
      current.forEach(task -> task.fail(writability.refusal())); // an answer that is given stays
      if (next != null) {
        next.fail(writability.refusal());
      }
      failWaiting();
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

  private void failWaiting() {
    var left = new ArrayList<Task<?>>();
    queue.drainTo(left);
    left.forEach(task -> task.fail(writability.refusal()));
  }

  /// Commits what is waiting, then stops. Waits so long and no longer.
  @Override
  public void close() {
    try {
      if (!writability.isShut()) {
        queue.offer(stop, patience.toBegin().toMillis(), TimeUnit.MILLISECONDS);
        wake();
      }
      if (thread.join(patience.toBegin())) { // else somebody still waits, and is watched over
        watch.close();
        forgetWriter();
        writer.close();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      LOG.warn("closing the store's writer", e);
    }
  }

  private void forgetWriter() {
    try {
      if (lastWrite != null) {
        lastWrite.remove(writer.db());
      }
    } catch (SQLException | IllegalArgumentException e) {
      LOG.debug("A row of the writer stays in the database", e);
    }
  }
}
