package chat.salon.store;

import chat.salon.core.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Commits groups of work, each in one transaction, and judges what fails: one bad piece of work
/// fails alone, a full disk fails the group, a lost connection is made again, and what leaves the
/// disk in doubt ends all writing. Belongs to the writer.
final class GroupCommit {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final long BETWEEN_TRIES = Duration.ofMillis(50).toNanos();
  private static final int TIMES_AGAIN = 10;

  private final Writer writer;
  private final Database database;
  private final @Nullable LastWrite lastWrite;
  private final BatchWriter batches;
  private final Writability writability;
  private final Duration patience;
  private final AtomicLong commits = new AtomicLong();
  private final AtomicLong losses = new AtomicLong();

  /// @param lastWrite null for a database that loses no connection
  /// @param patience how long a group waits for a lost database
  GroupCommit(
      Writer writer,
      Database database,
      @Nullable LastWrite lastWrite,
      BatchWriter batches,
      Writability writability,
      Duration patience) {
    this.writer = writer;
    this.database = database;
    this.lastWrite = lastWrite;
    this.batches = batches;
    this.writability = writability;
    this.patience = patience;
  }

  /// What failed.
  ///
  /// @param culprit whose work it was; null when it was everybody's
  /// @param isCommit whether it was the commit itself
  private record Failure(Exception what, @Nullable Task<?> culprit, boolean isCommit) {}

  /// How many transactions were committed so far; any thread.
  long commits() {
    return commits.get();
  }

  /// How often the connection was lost; any thread.
  long losses() {
    return losses.get();
  }

  /// Does the work of a group and answers each, when it is committed or has failed.
  void commit(List<Task<?>> group) {
    var course = new Course();
    while (!group.isEmpty()) {
      var failure = tryCommit(group, course);
      if (failure == null) {
        succeed(group);
        return;
      }
      batches.forget();
      switch (trouble(failure)) {
        case OWN -> refuse(failure, group, course);
        case AGAIN -> {
          undo();
          if (!course.mayTryAgain()) {
            failAll(group, failure.what());
          }
        }
        case LOST -> recover(failure, group, course);
        case PASSING -> {
          undo();
          failAll(group, failure.what());
        }
        case FATAL -> {
          undo();
          writability.shut(String.valueOf(failure.what().getMessage()));
          failAll(group, failure.what());
        }
      }
    }
  }

  /// How it has gone with a group so far.
  private final class Course {
    private boolean isOneByOne;
    private int timesAgain;
    private long deadline;

    boolean mayTryAgain() {
      return ++timesAgain < TIMES_AGAIN;
    }

    /// Begins the wait for a lost database, unless it has begun. Those who come while it has been
    /// away for long wait for one try only.
    void begin() {
      if (deadline == 0) {
        boolean isKnown = !writability.health().isWritable();
        deadline = System.nanoTime() + (isKnown ? 0 : patience.toNanos());
      }
    }

    boolean isOver() {
      return System.nanoTime() - deadline >= 0;
    }
  }

  private @Nullable Failure tryCommit(List<Task<?>> group, Course course) {
    Task<?> running = null;
    boolean isCommit = false;
    try {
      var db = writer.db();
      for (var task : group) {
        running = task;
        task.run(db);
        if (course.isOneByOne) {
          batches.flush();
        }
      }
      running = null;
      batches.flush();
      if (lastWrite != null) {
        lastWrite.leave(db);
      }
      isCommit = true;
      db.commit();
      return null;
    } catch (SQLException | RuntimeException e) {
      return new Failure(e, running, isCommit);
    }
  }

  private void succeed(List<Task<?>> group) {
    commits.incrementAndGet();
    writability.succeeded();
    answer(List.copyOf(group));
  }

  // From one virtual thread, so that all who waited are ready before the first of them runs: what
  // they then do shares what it costs to wake others.
  private static void answer(List<Task<?>> committed) {
    Thread.startVirtualThread(() -> committed.forEach(Task::succeed));
  }

  private Trouble trouble(Failure failure) {
    var trouble = failure.what() instanceof SQLException e ? database.trouble(e) : Trouble.OWN;
    // The commit itself: who knows what became of it.
    return failure.isCommit() && trouble == Trouble.OWN ? Trouble.FATAL : trouble;
  }

  private void undo() {
    try {
      database.rollback(writer.db().connection());
    } catch (SQLException | IllegalArgumentException e) {
      if (database.isRemote()) {
        writer.lose(); // which undoes it too
      } else {
        writability.shut("a transaction could not be undone: " + e.getMessage());
      }
    }
  }

  /// Takes out of the group the one that has failed; who is left is tried again.
  private void refuse(Failure failure, List<Task<?>> group, Course course) {
    undo();
    var culprit = failure.culprit();
    if (writability.isShut() || (culprit == null && course.isOneByOne)) {
      failAll(group, failure.what());
    } else if (culprit == null) {
      course.isOneByOne = true; // then it shows whose fault it is
    } else {
      warn(failure.what());
      culprit.fail(why(failure.what()));
      group.remove(culprit);
    }
  }

  private static void warn(Exception what) {
    if (what instanceof StoreException ours) {
      LOG.warn("A write was refused: {}", ours.getMessage()); // where in the code is known
    } else {
      LOG.warn("A write was refused, its neighbours were not", what);
    }
  }

  private void failAll(List<Task<?>> group, Exception e) {
    writability.failed(e);
    var why = why(e);
    group.forEach(task -> task.fail(why));
    group.clear();
  }

  private static StoreException why(Exception e) {
    return e instanceof StoreException ours ? ours : new StoreException("writing", e);
  }

  /// Makes the connection again. Who is left in the group is to be tried again: nothing of it was
  /// committed.
  private void recover(Failure failure, List<Task<?>> group, Course course) {
    losses.incrementAndGet();
    LOG.warn("The connection to {} is lost: {}", database.name(), failure.what().getMessage());
    course.begin();
    Exception last = failure.what();
    do {
      writer.lose();
      try {
        var db = writer.db();
        if (failure.isCommit() && lastWrite != null && lastWrite.isIn(db)) {
          succeed(group);
          group.clear();
        }
        return;
      } catch (SQLException | IllegalArgumentException e) {
        last = e;
        LockSupport.parkNanos(BETWEEN_TRIES);
      }
    } while (!course.isOver());
    writer.lose();
    failAll(group, last);
  }
}
