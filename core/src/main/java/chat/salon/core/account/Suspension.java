package chat.salon.core.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That staff let nobody in by an account for now. Plain data.
///
/// @param reason told to who tries; empty for none
/// @param until null for good
public record Suspension(String reason, @Nullable Instant until) {

  /// Whether it still holds.
  public boolean holds(Instant now) {
    return until == null || now.isBefore(until);
  }
}
