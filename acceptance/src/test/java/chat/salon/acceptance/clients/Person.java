package chat.salon.acceptance.clients;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Who sits at a client.
///
/// @param nick the account's name, too
/// @param password null for a guest
/// @param certificate with its key, by which they log in instead; null for none
record Person(String nick, @Nullable String password, @Nullable Path certificate) {
  static final String PASSWORD = "correct-horse-battery-staple";

  static Person guest(String nick) {
    return new Person(nick, null, null);
  }

  static Person member(String nick) {
    return new Person(nick, PASSWORD, null);
  }

  /// Somebody who shows this, and says no password.
  static Person showing(String nick, Path certificate) {
    return new Person(nick, PASSWORD, certificate);
  }

  boolean isMember() {
    return password != null;
  }
}
