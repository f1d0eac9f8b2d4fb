package chat.salon.irc;

import chat.salon.wire.Isupport;

/// What 005 tells of messages: which tags are not relayed (IRCv3 message-tags, CLIENTTAGDENY), and
/// whether nobody is slowed down (SAFERATE).
final class MessageFeatures {
  private MessageFeatures() {}

  static Isupport of(Door door, Isupport others) {
    var denied = door.messages().deniedTags();
    var tokens = denied.isEmpty() ? others : others.with("CLIENTTAGDENY", denied);
    return door.settings().floodBurst() == 0 ? tokens.with("SAFERATE") : tokens;
  }
}
