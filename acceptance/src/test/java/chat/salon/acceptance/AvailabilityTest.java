package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.Availability;
import chat.salon.core.Delivery;
import chat.salon.core.Nick;
import chat.salon.core.People.Entry.Entered;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;
import chat.salon.core.Presence;
import chat.salon.core.Salon;
import chat.salon.core.Session;
import org.junit.jupiter.api.Test;

/// How present somebody is, as other doors say it, is seen on IRC, whichever node they are on.
class AvailabilityTest extends Conversation {

  @Test
  void who_is_idle_or_not_to_be_disturbed_is_away_on_irc() {
    try (var salon = start("#tea")) {
      var bob = salon.connect("bob", "away-notify").join("#tea");
      var alice = salon.member("alice").join("#tea");
      bob.expect(":alice JOIN #tea");
      var program = new Program(salon.salon(salon.nodes() - 1), "alice");

      program.says(Availability.DO_NOT_DISTURB);
      bob.expect(":alice AWAY :Please do not disturb");
      bob.ask("WHO alice", "352 bob … … … … alice G …", "315 bob alice …");
      bob.send("PRIVMSG alice :hello?");
      bob.expect("301 bob alice :Please do not disturb");
      alice.expect(":bob PRIVMSG alice :hello?");
      program.says(Availability.CONNECTED);
      bob.expect(":alice AWAY");
      program.says(Availability.IDLE);
      bob.expectNothing(); // the other connection is there

      alice.send("QUIT");
      alice.expectEnd();
      bob.expect(":alice AWAY :Idle");
      program.leaves();
      bob.expect(":alice QUIT …");
      assertThat(bob.ping()).isEmpty();
    }
  }

  /// A session of another door.
  private static final class Program implements Session {
    private final Salon salon;
    private final long id;
    private final Presence presence;

    Program(Salon salon, String account) {
      this.salon = salon;
      id = salon.stamps().next();
      var who =
          new Person(
              PersonId.NONE,
              Nick.trusted(account),
              "~u",
              "127.0.0.1",
              "",
              AccountName.trusted(account),
              null,
              Standing.PLAIN);
      if (!(salon.people().enter(this, who) instanceof Entered(var here, _))) {
        throw new AssertionError("not let in");
      }
      presence = here;
      salon.people().attach(presence, this);
    }

    void says(Availability how) {
      salon.people().appearance().available(presence, this, null, how);
    }

    void leaves() {
      salon.people().depart(presence, this, "bye");
    }

    @Override
    public long id() {
      return id;
    }

    @Override
    public String address() {
      return "127.0.0.1";
    }

    @Override
    public void deliver(Delivery delivery) {}
  }
}
