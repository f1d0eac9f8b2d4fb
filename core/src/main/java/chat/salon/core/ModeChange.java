package chat.salon.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One change of a channel's modes.
public sealed interface ModeChange {

  /// A flag goes on or off.
  record Flagged(Flag flag, boolean on) implements ModeChange {}

  /// The key is set, or taken away when null.
  record Keyed(@Nullable String key) implements ModeChange {}

  /// The limit is set, or taken away when 0.
  record Limited(int limit) implements ModeChange {}

  /// Slow mode is set to so many seconds between two messages of a person, or ends when 0.
  record Slowed(int seconds) implements ModeChange {}

  /// Who cannot come in is sent to another channel, or to none when null.
  record Forwarded(@Nullable ChannelName to) implements ModeChange {}

  /// Something may happen so often, or as often as it likes.
  record Metered(Meter meter, Quota quota) implements ModeChange {}

  /// A mask is put on a list or taken off it.
  ///
  /// @param until when the channel takes it off again; null for never
  /// @param reason empty when none was given
  record Listed(ListKind list, Mask mask, boolean on, @Nullable Instant until, String reason)
      implements ModeChange {
    public Listed(ListKind list, Mask mask, boolean on) {
      this(list, mask, on, null, "");
    }
  }

  /// A member gains or loses a rank.
  ///
  /// @param account of the member, filled in by the owner: their rank is kept under it. Who asks
  ///   may name the account of somebody who belongs to the channel and is away; the nick is its
  ///   name
  record Ranked(Nick nick, @Nullable AccountName account, Rank rank, boolean on)
      implements ModeChange {
    public Ranked(Nick nick, Rank rank, boolean on) {
      this(nick, null, rank, on);
    }
  }
}
