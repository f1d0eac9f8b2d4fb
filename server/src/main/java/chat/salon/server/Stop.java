package chat.salon.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The wish to end, by SIGTERM or by Ctrl-C. Whoever wishes it twice is obeyed at once, and when
/// stopping takes too long the process ends as it is: what was delivered is on disk all the same.
final class Stop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Stop.class);
  // The promise is 5 s; the rest is for the process itself.
  private static final Duration MOST = Duration.ofMillis(4700);

  private final Duration most;

  private final CompletableFuture<Void> wished = new CompletableFuture<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicBoolean isStopping = new AtomicBoolean();

  private Stop(Duration most) {
    this.most = most;
  }

  /// @param drain what it takes to send people away before
  static Stop onSignals(Duration drain) {
    var stop = new Stop(MOST.plus(drain));
    Signals.on("TERM", () -> stop.wish("SIGTERM"));
    Signals.on("INT", () -> stop.wish("SIGINT"));
    return stop;
  }

  /// Waits until somebody wishes to end, or until this is done.
  void awaitOr(CompletableFuture<Void> other) {
    CompletableFuture.anyOf(wished, other).join();
  }

  /// Waits until somebody wishes to end, for so long at most.
  void await(Duration time) {
    awaitOr(
        new CompletableFuture<Void>()
            .completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS));
  }

  /// Whether somebody wishes to end.
  boolean isWished() {
    return wished.isDone();
  }

  private void wish(String signal) {
    if (!isStopping.compareAndSet(false, true)) {
      Runtime.getRuntime().halt(ExitCode.FAILURE);
    }
    LOG.info("{}: stopping", signal);
    Thread.ofPlatform().daemon().name("stop").start(this::giveUpLater);
    wished.complete(null);
  }

  /// All is stopped in time.
  @Override
  public void close() {
    stopped.countDown();
  }

  private void giveUpLater() {
    try {
      if (stopped.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return;
    }
    LOG.error("Stopping takes too long: ending now");
    Logs.close();
    Runtime.getRuntime().halt(ExitCode.FAILURE);
  }
}
