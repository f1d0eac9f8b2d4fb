package chat.salon.core.protect;

import chat.salon.core.ChannelName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That staff closed a channel: nobody is in it, comes in, or does anything there. Plain data.
///
/// @param reason shown to who wants in; empty for none
/// @param by who closed it
/// @param until null for good
public record Closure(
    ChannelName channel, Kind kind, String reason, String by, Instant at, @Nullable Instant until) {

  /// What becomes of the channel meanwhile.
  public enum Kind {
    /// It stays registered, and who belongs to it still does when it is open again.
    SUSPENDED,
    /// It is registered no more, and nobody may make one of its name.
    PURGED
  }

  /// Whether it has not ended by itself.
  public boolean holds(Instant now) {
    return until == null || now.isBefore(until);
  }
}
