package chat.salon.server;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is done now and then, one thing at a time, on one thread.
final class Chores implements Executor, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("chores").factory());

  /// Does something again and again, whatever becomes of it.
  void every(Duration pause, Runnable chore) {
    thread.scheduleWithFixedDelay(
        () -> safely(chore), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Does something as soon as possible, unless it is closed.
  @Override
  public void execute(Runnable chore) {
    try {
      thread.execute(() -> safely(chore));
    } catch (RejectedExecutionException _) {
      // nothing is to be done any more
    }
  }

  /// Does something as soon as possible, and waits for it. Throws what it throws.
  <T> T now(Callable<T> chore) {
    try {
      return thread.submit(chore).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the server is too busy", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the server is stopping", e);
    }
  }

  private static void safely(Runnable chore) {
    try {
      chore.run();
    } catch (RuntimeException e) {
      LOG.error("A chore failed", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
