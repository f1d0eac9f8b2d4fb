package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// The search index follows the log a moment behind: what was said is found a little later.
final class Indexed {
  private static final long BETWEEN = Duration.ofMillis(50).toNanos(); // many would be refused

  private Indexed() {}

  /// Waits until searches find what they are to find.
  static void await(Supplier<Boolean> isFound) {
    long deadline = System.nanoTime() + Duration.ofMillis(IrcClient.PATIENCE_MILLIS).toNanos();
    while (!isFound.get()) {
      assertThat(System.nanoTime()).as("it is not indexed").isLessThan(deadline);
      LockSupport.parkNanos(BETWEEN);
    }
  }
}
