package chat.salon.core.account;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Runs slow hashes: few at once, few in line, none in line for long. They run on platform threads
/// of their own, which the system shares fairly with the rest: on virtual threads a handful would
/// hold every carrier, and with it the chat.
final class Hashing {
  private static final long LONGEST_RUN_SECONDS = 60;

  private final ThreadPoolExecutor threads;
  private final Duration wait;

  Hashing(int atOnce, int inLine, Duration wait) {
    this.wait = wait;
    threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            5,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(inLine),
            Thread.ofPlatform().daemon().name("hash-", 0).factory());
    threads.allowCoreThreadTimeOut(true); // an idle server owns no thread, and there is no close
  }

  static Hashing of(AccountSettings settings) {
    int atOnce = settings.hashParallel();
    return new Hashing(
        atOnce > 0 ? atOnce : Runtime.getRuntime().availableProcessors(),
        settings.hashQueue(),
        settings.hashWait());
  }

  /// What the work gives, or empty when the line is full or too slow, or the calling thread was
  /// interrupted. Throws what the work throws.
  <T> Optional<T> run(Supplier<T> work) {
    var taken = new AtomicBoolean(); // by a hashing thread, or by the caller who gives up
    var task = new FutureTask<Optional<T>>(() -> start(work, taken));
    try {
      threads.execute(task);
    } catch (RejectedExecutionException e) {
      return Optional.empty();
    }
    try {
      return await(task, taken);
    } catch (InterruptedException e) {
      taken.set(true);
      threads.remove(task);
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw unchecked(e);
    }
  }

  private <T> Optional<T> await(FutureTask<Optional<T>> task, AtomicBoolean taken)
      throws InterruptedException, ExecutionException {
    try {
      return task.get(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      if (taken.compareAndSet(false, true)) {
        threads.remove(task);
        return Optional.empty();
      }
    }
    try {
      return task.get(LONGEST_RUN_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return Optional.empty();
    }
  }

  private static <T> Optional<T> start(Supplier<T> work, AtomicBoolean taken) {
    return taken.compareAndSet(false, true) ? Optional.of(work.get()) : Optional.empty();
  }

  private static RuntimeException unchecked(ExecutionException thrown) {
    if (thrown.getCause() instanceof Error error) {
      throw error;
    }
    return thrown.getCause() instanceof RuntimeException fault
        ? fault
        : new IllegalStateException(thrown);
  }
}
