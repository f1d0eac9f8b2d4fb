package chat.salon.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One mask of a list.
///
/// @param by the mask of who set it, as shown then
/// @param until when the channel takes it off again; null for never
/// @param reason empty when none was given
public record ListEntry(Mask mask, String by, Instant at, @Nullable Instant until, String reason) {

  /// One that stays until somebody takes it off.
  public ListEntry(Mask mask, String by, Instant at) {
    this(mask, by, at, null, "");
  }

  /// Whether its time is over.
  public boolean hasEnded(Instant now) {
    return until != null && !until.isAfter(now);
  }
}
