package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What ends the sessions of an account ends them at every door, and on every node.
class HangUpTest extends Conversation {
  private static final String OTHER = "another-horse-another-staple";

  @Test
  void a_new_password_ends_all_other_sessions() {
    try (var salon = start("#tea")) {
      var here = salon.newProgram("jules");
      var irc = salon.logIn("jules");
      var there = salon.program("jules");
      var bystander = salon.joined("bob");
      var lea = salon.newProgram("lea");
      here.settle();

      var wrong = here.answer("{'set_password':'%s','current':'no'}".formatted(OTHER));
      assertThat(text(wrong, "error")).isEqualTo("bad_credentials");
      irc.ping();
      here.ask("{'set_password':'%s','current':'%s'}".formatted(OTHER, TestSalon.PASSWORD));
      irc.expectEnd("ERROR :Closing link: … [The password was changed]");
      assertThat(text(there.until("closing"), "closing")).isEqualTo("The password was changed");
      there.awaitEnd();
      here.settle();
      lea.settle();
      bystander.ping();
    }
  }

  @Test
  void a_token_that_is_taken_back_ends_what_it_let_in() {
    try (var salon = start("#tea")) {
      var here = salon.newProgram("jules");
      var made = here.ask("{'create_token':'bot','scopes':['read','write']}");
      var kept = here.ask("{'create_token':'other','scopes':['read','write']}");
      for (int node = 0; node < salon.nodes(); node++) {
        var bot = withToken(salon.on(node), text(made, "token"));
        var other = withToken(salon.on(node), text(kept, "token"));
        if (node == salon.nodes() - 1) {
          here.ask("{'revoke_token':'" + text(made, "token_id") + "'}");
          assertThat(text(bot.until("closing"), "closing")).isEqualTo("Logged out");
          bot.awaitEnd();
        }
        other.settle();
      }
      here.settle();
    }
  }

  private static JsonClient withToken(TestSalon salon, String token) {
    var program = salon.socket();
    program.expect("welcome");
    program.ask("{'login':'jules','token':'" + token + "'}");
    return program;
  }
}
