package chat.salon.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody says that they are doing, beside how present they are: `📅 in a meeting`.
///
/// @param until when it is over, by itself and without a word; null for never
public record CustomStatus(String text, @Nullable Instant until) {

  private static final Duration LONGEST = Duration.ofDays(3660);

  /// Whether one may end then: later than now, and within ten years.
  public static boolean mayEnd(Instant until, Instant now) {
    return until.isAfter(now) && until.isBefore(now.plus(LONGEST));
  }

  /// One that is not over.
  static Optional<CustomStatus> at(@Nullable CustomStatus status, Instant now) {
    return Optional.ofNullable(status).filter(one -> one.until == null || now.isBefore(one.until));
  }
}
