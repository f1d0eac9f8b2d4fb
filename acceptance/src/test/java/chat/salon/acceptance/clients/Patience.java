package chat.salon.acceptance.clients;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what another program does. Nobody tells us when it has done it, so we look again and
/// again, up to a bound.
final class Patience {
  /// No wait is ever this long but in a test that fails.
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(30);

  private Patience() {}

  /// Returns when this holds; fails when it does not for too long.
  ///
  /// @param otherwise what to say then
  static void until(BooleanSupplier condition, Supplier<String> otherwise) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(otherwise.get());
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }
}
