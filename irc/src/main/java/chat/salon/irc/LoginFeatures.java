package chat.salon.irc;

import chat.salon.wire.Isupport;

/// What 005 tells of who is let in, and of the network as clients show it.
final class LoginFeatures {
  private LoginFeatures() {}

  /// The tokens, and these.
  static Isupport of(Door door, Isupport told) {
    var settings = door.login().settings();
    var all = told.with("draft/AUTHTOKEN"); // IRCv3 authtoken
    if (settings.accountRequired()) {
      all = all.with("draft/ACCOUNTREQUIRED"); // IRCv3 account-registration
    }
    if (!settings.icon().isEmpty()) {
      all = all.with("draft/ICON", settings.icon()); // IRCv3 network-icon
    }
    // Who sends as fast as they can is neither slowed down nor cut off for it.
    return door.settings().floodBurst() == 0 ? all.with("SAFERATE") : all;
  }
}
