package chat.salon.irc.channel;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Person.Standing;
import chat.salon.core.Role;
import chat.salon.wire.ModeString;
import org.junit.jupiter.api.Test;

final class UserModeTest {
  @Test
  void a_change_shows_what_was_set_and_then_what_was_unset() {
    var before = Standing.PLAIN.withInvisible(true).withSecure(true);
    var after = before.withInvisible(false).withBot(true).withRole(Role.ADMINISTRATOR);
    assertThat(ModeString.encode(UserMode.changes(before, after))).containsExactly("+Bo-i");
    assertThat(UserMode.changes(before, before)).isEmpty();
  }
}
