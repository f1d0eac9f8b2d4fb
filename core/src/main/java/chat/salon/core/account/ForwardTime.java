package chat.salon.core.account;

import java.time.InstantSource;

/// Time that only goes forward: the sum of a clock's steps, without those back. Any thread.
final class ForwardTime {
  private final InstantSource clock;
  private long last;
  private long elapsed;

  ForwardTime(InstantSource clock) {
    this.clock = clock;
    last = clock.millis();
  }

  /// Milliseconds since this was made.
  synchronized long millis() {
    long now = clock.millis();
    elapsed += Math.max(0, now - last);
    last = now;
    return elapsed;
  }
}
