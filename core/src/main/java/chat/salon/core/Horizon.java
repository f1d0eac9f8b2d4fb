package chat.salon.core;

import chat.salon.core.port.Conversations;
import java.time.Instant;

/// From which id on somebody may read a conversation that they may read at all.
final class Horizon {
  private Horizon() {}

  /// Since the channel was opened, or since it was when the account first came; where newcomers
  /// read nothing from before, since the present membership began. In a group that is the event by
  /// which the account was added, and not what else happened in its millisecond.
  static long from(Actor actor, ChannelState channel, Conversations stored) {
    var account = actor.person().account();
    long opened = channel.opened();
    if (channel.name().isGroup()) {
      return account == null
          ? Long.MAX_VALUE
          : stored.readableFrom(channel.name(), account).orElse(Long.MAX_VALUE);
    }
    long whole =
        account == null
            ? opened
            : Math.min(opened, stored.readableFrom(channel.name(), account).orElse(opened));
    return channel.has(Flag.FROM_JOINING) ? Math.max(whole, came(actor, channel, stored)) : whole;
  }

  private static long came(Actor actor, ChannelState channel, Conversations stored) {
    var account = actor.person().account();
    var came =
        account == null
            ? channel.member(actor.id()).map(Member::joined)
            : stored.memberSince(channel.name(), account);
    return came.map(Horizon::after).orElse(Long.MAX_VALUE);
  }

  // What else happened in that millisecond was before it, as far as anybody can tell.
  private static long after(Instant moment) {
    return Stamps.at(moment.plusMillis(1));
  }

  /// In private an account reads all it ever took part in; a guest, whose nick may have been
  /// another's, only what was said since it took that nick.
  static long privatelyFrom(Actor actor) {
    return actor.person().account() == null ? actor.since() + 1 : 0;
  }
}
