package chat.salon.store;

import chat.salon.core.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  // ---- On the thread that waits ----

  /// Waits for the result: so long for it to begin, and as long again for it to end.
  ///
  /// @param stuck told when it began and did not end in time
  R await(Duration patience, Runnable stuck) {
    boolean isInterrupted = false;
    try {
      while (true) {
        try {
          return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
          isInterrupted = true;
          if (withdraw()) {
            throw new StoreException("The wait for the store was interrupted.");
          }
        } catch (TimeoutException _) {
          if (withdraw()) {
            throw new StoreException("The store is too busy.");
          }
          return awaitEnd(patience, stuck);
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

  private R awaitEnd(Duration patience, Runnable stuck) throws ExecutionException {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | InterruptedException e) {
      stuck.run();
      throw new StoreException("The store does not answer.", e);
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
