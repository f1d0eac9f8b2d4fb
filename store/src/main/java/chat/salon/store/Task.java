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

  /// Waits for the result. Work that does not begin in time is withdrawn. Who waits for work that
  /// has begun is not interrupted: only its end tells what is true.
  ///
  /// @param stuck told when it began and did not end in time
  R await(Duration toBegin, Duration toEnd, Runnable stuck) {
    boolean isInterrupted = false;
    long begin = System.nanoTime();
    long patience = toBegin.toNanos();
    try {
      while (true) {
        long left = patience - (System.nanoTime() - begin);
        try {
          return answer.get(left, TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
          isInterrupted = true;
          if (withdraw()) {
            throw new StoreException("The wait for the store was interrupted.");
          }
          patience = toEnd.toNanos();
        } catch (TimeoutException _) {
          if (withdraw()) {
            throw new StoreException("The store is too busy.");
          }
          if (patience == toEnd.toNanos()) {
            stuck.run();
            throw new StoreException("The store does not answer.");
          }
          patience = toEnd.toNanos();
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
