package chat.salon.core.account;

import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Pair;
import java.time.Instant;

/// What of a conversation somebody wants to be told of while they do not look.
///
/// @param mutedUntil milliseconds since 1970, before which they are told of nothing; 0 for no such
///   time
public record Attention(Level level, long mutedUntil) {
  /// A time that never comes.
  public static final long FOR_EVER = Long.MAX_VALUE;

  /// Of how much.
  public enum Level {
    EVERYTHING,
    /// What mentions them.
    MENTIONS,
    NOTHING
  }

  /// What holds until they say otherwise: all that is said to them in private and in a group, and
  /// what mentions them in a channel.
  public static Attention usual(ConversationId<?> where) {
    var level =
        switch (where) {
          case Pair _ -> Level.EVERYTHING;
          case ChannelName name -> name.isGroup() ? Level.EVERYTHING : Level.MENTIONS;
        };
    return new Attention(level, 0);
  }

  /// Whether they are told of nothing now.
  public boolean isMuted(Instant now) {
    return mutedUntil > now.toEpochMilli();
  }

  /// The same, of so much.
  public Attention withLevel(Level other) {
    return new Attention(other, mutedUntil);
  }

  /// The same, and nothing before this time.
  public Attention mutedUntil(long time) {
    return new Attention(level, time);
  }
}
