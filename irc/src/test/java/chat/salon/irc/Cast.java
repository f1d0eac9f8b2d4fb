package chat.salon.irc;

import chat.salon.core.AccountName;
import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;
import chat.salon.core.Stamp;
import chat.salon.core.Stamps;
import java.time.Instant;

/// The people of the tests: alice has an account, bob is a guest.
public final class Cast {
  public static final Person ALICE =
      new Person(
          new PersonId(1),
          Nick.trusted("Alice"),
          "~a",
          "alice.host",
          "Alice Liddell",
          AccountName.trusted("alice"),
          null,
          Standing.PLAIN);
  public static final Person BOB =
      new Person(
          new PersonId(2),
          Nick.trusted("bob"),
          "~b",
          "bob.host",
          "Bob",
          null,
          null,
          Standing.PLAIN);

  private Cast() {}

  /// When something that is kept happened: so many seconds after noon.
  public static Stamp kept(int seconds) {
    return new Stamp(Stamps.at(Instant.parse("2026-01-02T12:00:00Z").plusSeconds(seconds)), 1);
  }

  /// The same for something that is not kept.
  static Stamp passing(int seconds) {
    return kept(seconds).unkept();
  }
}
