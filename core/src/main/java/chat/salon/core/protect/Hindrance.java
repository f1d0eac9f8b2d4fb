package chat.salon.core.protect;

import chat.salon.core.ChannelName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why the server as a whole says no. Plain data, within [chat.salon.core.Refusal.Hindered].
public sealed interface Hindrance {

  /// The person is banned from the server.
  ///
  /// @param reason empty for none
  /// @param until null for good
  /// @param appeal what they can do, as the configuration says; empty for nothing
  record ServerBanned(String reason, @Nullable Instant until, String appeal) implements Hindrance {}

  /// Staff let nobody in by this account.
  ///
  /// @param reason empty for none
  /// @param until null for good
  record Suspended(String reason, @Nullable Instant until) implements Hindrance {}

  /// Staff want nobody and no channel to be called so.
  ///
  /// @param name as it was wanted
  /// @param reason empty for none
  record Forbidden(String name, String reason) implements Hindrance {}

  /// The server is shut for now to people, or for deeds, of this kind.
  ///
  /// @param level at which it is open again is above this one
  record Shut(What what, int level) implements Hindrance {}

  /// A filter found something in what was written.
  ///
  /// @param reason empty for none
  record Filtered(String reason) implements Hindrance {}

  /// The channel is closed: nobody comes in or does anything there.
  ///
  /// @param reason empty for none
  /// @param until null for good
  record Closed(ChannelName channel, String reason, @Nullable Instant until) implements Hindrance {}

  /// The person does this too often.
  ///
  /// @param seconds to wait
  record TooOften(Haste what, long seconds) implements Hindrance {}

  /// What the server may be shut for.
  enum What {
    /// New accounts and channels that last.
    REGISTRATION,
    /// Private messages of people without an account.
    GUESTS_WRITING,
    /// People without an account.
    GUESTS,
    /// Everybody.
    CONNECTIONS
  }

  /// What may be done only so many times a minute.
  enum Haste {
    JOINING,
    RENAMING,
    INVITING,
    /// Writing to people to whom one has not written a moment ago.
    REACHING
  }
}
