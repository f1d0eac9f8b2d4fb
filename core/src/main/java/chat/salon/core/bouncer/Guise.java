package chat.salon.core.bouncer;

import chat.salon.core.Account;
import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// As whom somebody who stays is shown, and when they were last seen connected.
///
/// @param seen in milliseconds since 1970
record Guise(long seen, String nick, String user, String host, String realname) {
  private static final int PARTS = 5;

  static Guise of(Person person, Instant seen) {
    return new Guise(
        seen.toEpochMilli(),
        person.nick().shown(),
        person.user(),
        person.ownHost(),
        person.realname());
  }

  /// As it was written; empty when it cannot be read.
  static Optional<Guise> parse(String text) {
    var parts = List.of(text.split("\n", PARTS));
    try {
      return parts.size() == PARTS
          ? Optional.of(
              new Guise(
                  Long.parseLong(parts.get(0)),
                  parts.get(1),
                  parts.get(2),
                  parts.get(3),
                  parts.get(4)))
          : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  String text() {
    return String.join("\n", Long.toString(seen), nick, user, host, realname);
  }

  Guise seenAt(Instant when) {
    return new Guise(when.toEpochMilli(), nick, user, host, realname);
  }

  /// Somebody who looks like this.
  Person person(Account account, Nick as) {
    var standing = Standing.PLAIN.withSecure(true).withRole(account.role());
    return new Person(PersonId.NONE, as, user, host, realname, account.name(), null, standing);
  }
}
