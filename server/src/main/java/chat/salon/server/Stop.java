package chat.salon.server;

import java.time.Duration;
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

  private final CountDownLatch wished = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicBoolean isStopping = new AtomicBoolean();

  static Stop onSignals() {
    var stop = new Stop();
    Signals.on("TERM", () -> stop.wish("SIGTERM"));
    Signals.on("INT", () -> stop.wish("SIGINT"));
    return stop;
  }

  void await() throws InterruptedException {
    wished.await();
  }

  /// @param signal or other reason, for the log
  void wish(String signal) {
    if (!isStopping.compareAndSet(false, true)) {
      Runtime.getRuntime().halt(ExitCode.FAILURE);
    }
    LOG.info("{}: stopping", signal);
    Thread.ofPlatform().daemon().name("stop").start(this::giveUpLater);
    wished.countDown();
  }

  /// All is stopped in time.
  @Override
  public void close() {
    stopped.countDown();
  }

  private void giveUpLater() {
    try {
      if (stopped.await(MOST.toMillis(), TimeUnit.MILLISECONDS)) {
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
