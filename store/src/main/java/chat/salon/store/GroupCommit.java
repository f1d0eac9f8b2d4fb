package chat.salon.store;

import chat.salon.core.StoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Commits groups of work, each in one transaction, and judges what fails: one bad piece of work
/// fails alone, a full disk fails the group, and what leaves the disk in doubt ends all writing.
/// Belongs to the writer.
final class GroupCommit {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  private final Db db;
  private final Database database;
  private final Runnable undone;
  private final Writability writability;
  private final AtomicLong commits = new AtomicLong();

  /// @param undone told when a transaction was undone, with all that was learnt in it
  GroupCommit(Db db, Database database, Runnable undone, Writability writability) {
    this.db = db;
    this.database = database;
    this.undone = undone;
    this.writability = writability;
  }

  /// What failed, and whose work it was; the culprit is null when it was the commit itself.
  private record Failure(Exception what, @Nullable Task<?> culprit) {}

  /// How many transactions were committed so far; any thread.
  long commits() {
    return commits.get();
  }

  /// Does the work of a group and answers each, when it is committed or has failed.
  void commit(List<Task<?>> group) {
    while (!group.isEmpty()) {
      var failure = tryCommit(group);
      if (failure == null) {
        commits.incrementAndGet();
        writability.succeeded();
        answer(List.copyOf(group));
        return;
      }
      undo();
      judge(failure, group);
    }
  }

  // From one virtual thread, so that all who waited are ready before the first of them runs: what
  // they then do shares what it costs to wake others.
  private static void answer(List<Task<?>> committed) {
    Thread.startVirtualThread(() -> committed.forEach(Task::succeed));
  }

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

  private void undo() {
    undone.run();
    try {
      database.rollback(db.connection());
    } catch (SQLException e) {
      writability.shut("a transaction could not be undone: " + e.getMessage());
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
      case PASSING -> writability.failed(e);
      case FATAL -> writability.shut(String.valueOf(e.getMessage()));
    }
    var why = e instanceof StoreException ours ? ours : new StoreException("writing", e);
    if (trouble == Trouble.OWN && culprit != null && !writability.isShut()) {
      culprit.fail(why);
      group.remove(culprit);
    } else {
      group.forEach(task -> task.fail(why));
      group.clear();
    }
  }
}
