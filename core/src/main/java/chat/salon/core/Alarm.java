package chat.salon.core;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Wakes somebody once after a while. Wakes early when that is long: the clock of the wall may have
/// leapt until then, so who is woken looks at it again. Set by one thread at a time.
final class Alarm {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration SHORTEST = Duration.ofMillis(100); // what failed is tried again

  private final Runnable wake;
  private volatile boolean isSet;
  private volatile long rings; // a moment of System.nanoTime()

  /// @param wake never waits
  Alarm(Runnable wake) {
    this.wake = wake;
  }

  /// Keeps to what it was set to before when that is sooner.
  void set(Duration after) {
    var pause = clamped(after);
    long at = System.nanoTime() + pause.toNanos();
    if (isSet && rings - at <= 0) {
      return;
    }
    rings = at;
    isSet = true;
    CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
        .execute(() -> ring(at));
  }

  private void ring(long at) {
    if (isSet && rings == at) {
      isSet = false;
      wake.run();
    }
  }

  private static Duration clamped(Duration after) {
    return after.compareTo(LONGEST) > 0
        ? LONGEST
        : after.compareTo(SHORTEST) < 0 ? SHORTEST : after;
  }
}
