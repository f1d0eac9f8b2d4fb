package chat.salon.acceptance.clients;

import org.jspecify.annotations.Nullable;

/// Who sits at a client.
///
/// @param nick the account's name, too
/// @param password null for a guest
record Person(String nick, @Nullable String password) {
  static final String PASSWORD = "correct-horse-battery-staple";

  static Person guest(String nick) {
    return new Person(nick, null);
  }

  static Person member(String nick) {
    return new Person(nick, PASSWORD);
  }

  boolean isMember() {
    return password != null;
  }
}
