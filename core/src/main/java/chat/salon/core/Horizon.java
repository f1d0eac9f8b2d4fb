package chat.salon.core;

import chat.salon.core.port.Conversations;

/// From which id on somebody may read a conversation that they may read at all.
final class Horizon {
  private Horizon() {}

  /// Since the channel was opened, or since it was when the account first came.
  static long from(Actor actor, ChannelState channel, Conversations stored) {
    var account = actor.person().account();
    long opened = channel.opened();
    return account == null
        ? opened
        : Math.min(opened, stored.readableFrom(channel.name(), account).orElse(opened));
  }

  /// In private an account reads all it ever took part in; a guest, whose nick may have been
  /// another's, only what was said since it took that nick.
  static long privatelyFrom(Actor actor) {
    return actor.person().account() == null ? actor.since() + 1 : 0;
  }
}
