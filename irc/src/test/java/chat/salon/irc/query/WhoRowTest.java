package chat.salon.irc.query;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;
import chat.salon.core.Role;
import org.junit.jupiter.api.Test;

final class WhoRowTest {
  private final Person bob =
      new Person(
          new PersonId(1), Nick.trusted("bob"), "~u", "host", "Bob", null, null, Standing.PLAIN);

  @Test
  void flags_say_who_is_gone_staff_and_a_program() {
    assertThat(WhoRow.flags(bob, "")).isEqualTo("H");
    assertThat(WhoRow.flags(bob.withAway("tea"), "@+")).isEqualTo("G@+");
    var standing = Standing.PLAIN.withRole(Role.ADMINISTRATOR).withBot(true);
    assertThat(WhoRow.flags(bob.withStanding(standing), "@")).isEqualTo("H*B@");
  }
}
