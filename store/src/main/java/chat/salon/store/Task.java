package chat.salon.store;

import chat.salon.core.StoreException;
import chat.salon.store.Watch.Patience;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Work that a thread hands to the thread of a connection, and waits for.
final class Task<R> {
  /// What is done with the connection; it may be done again when its transaction was undone.
  interface Work<R> {
    R run(Db db) throws SQLException;
  }

  private enum State {
    WAITING,
    BEGUN,
    WITHDRAWN
  }

  private final int rows;
  private final long bytes;
  private final Work<R> work;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private final CompletableFuture<R> answer = new CompletableFuture<>();
  private final long made = System.nanoTime();
  private volatile long begun;
  private @Nullable R result;

  /// @param rows about how many it writes
  /// @param bytes about how many it writes
  Task(int rows, long bytes, Work<R> work) {
    this.rows = rows;
    this.bytes = bytes;
    this.work = work;
  }

  int rows() {
    return rows;
  }

  long bytes() {
    return bytes;
  }

  // ---- On the thread of the connection ----

  /// Whether it is still wanted; from here on it cannot be withdrawn.
  boolean begin() {
    begun = System.nanoTime();
    return state.compareAndSet(State.WAITING, State.BEGUN);
  }

  void run(Db db) throws SQLException {
    result = work.run(db);
  }

  /// Hands the result to who waits.
  void succeed() {
    answer.complete(result);
  }

  void fail(StoreException why) {
    answer.completeExceptionally(why);
  }

  /// Withdraws it when it has not begun in time; on the watch's thread.
  ///
  /// @return whether it began, and has not ended in time
  boolean isOverdue(long now, Patience patience) {
    if (state.get() == State.BEGUN) {
      return now - begun > patience.toEnd().toNanos();
    }
    if (now - made > patience.toBegin().toNanos() && withdraw()) {
      fail(new StoreException("The store is too busy."));
    }
    return false;
  }

  // ---- On the thread that waits ----

  /// Waits for the result. Who waits for work that has begun is not interrupted: only its end tells
  /// what is true. How long that may take is the business of a [Watch].
  R await() {
    boolean isInterrupted = false;
    try {
      while (true) {
        try {
          return answer.get();
        } catch (InterruptedException _) {
          isInterrupted = true;
          if (withdraw()) {
            throw new StoreException("The wait for the store was interrupted.");
          }
        }
      }
    } catch (ExecutionException e) {
      throw failure(e);
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean withdraw() {
    return state.compareAndSet(State.WAITING, State.WITHDRAWN);
  }

  private static StoreException failure(ExecutionException e) {
    var cause = e.getCause();
    return new StoreException(
        cause == null ? "The store failed." : String.valueOf(cause.getMessage()), e);
  }
}
