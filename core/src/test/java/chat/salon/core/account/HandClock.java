package chat.salon.core.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock whose hands the test moves.
final class HandClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-01-01T12:00:00Z");

  void forward(Duration time) {
    now = now.plus(time);
  }

  void back(Duration time) {
    now = now.minus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
