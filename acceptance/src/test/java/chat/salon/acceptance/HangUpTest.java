package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.Sasl.ScramClient;
import java.util.ArrayList;
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

  @Test
  void a_new_password_ends_who_has_shown_the_old_one_and_waits_to_be_let_in() {
    try (var salon = start()) {
      var alice = salon.member("alice");
      salon.account("lea");
      var waiting = new ArrayList<IrcClient>();
      for (int node = 0; node < salon.nodes(); node++) {
        waiting.add(proven(salon.on(node).dial(), "alice", TestSalon.PASSWORD));
      }
      var lea = proven(salon.dial(), "lea", TestSalon.PASSWORD);
      alice.send("NS PASSWD " + TestSalon.PASSWORD + " " + OTHER);
      alice.until("NOTICE alice :Your password is changed…");
      for (var mallory : waiting) {
        mallory.expectEnd("ERROR :Closing link: … [The password was changed]");
      }
      lea.send("CAP END").until("001 lea …");
      alice.ping();
    }
  }

  @Test
  void a_new_password_ends_who_is_about_to_show_the_old_one() throws Exception {
    try (var salon = start()) {
      var alice = salon.member("alice");
      var mallory = negotiating(salon.dial(), "alice");
      mallory.send("AUTHENTICATE SCRAM-SHA-256").expect("AUTHENTICATE +");
      var scram = new ScramClient("alice", TestSalon.PASSWORD, "clientnonce");
      mallory.send("AUTHENTICATE " + scram.first());
      var challenge = mallory.next().param(0);
      alice.send("NS PASSWD " + TestSalon.PASSWORD + " " + OTHER);
      alice.until("NOTICE alice :Your password is changed…");
      salon.connect("bob").expectNothing(); // and the other node has heard of it
      mallory.send("AUTHENTICATE " + scram.last(challenge), "AUTHENTICATE +", "CAP END");
      mallory.expectEnd("ERROR :Closing link: … [The password was changed]");
      alice.ping();
    }
  }

  @Test
  void an_account_that_is_dropped_lets_nobody_in_who_has_proven_it_before() {
    try (var salon = start()) {
      var alice = salon.member("alice");
      var phone = proven(salon.dial(), "alice", TestSalon.PASSWORD);
      var told = alice.answer("NS DROP alice").getLast().param(1);
      alice.send("NS DROP alice " + told.substring(told.lastIndexOf(' ') + 1));
      alice.until("901 … … :…");
      phone.expectEnd("ERROR :Closing link: … [The account was dropped]");
    }
  }

  @Test
  void a_token_that_is_taken_back_ends_who_has_shown_it_and_waits_to_be_let_in() {
    try (var salon = start("#tea")) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create_bot':'meteo'}");
      var made = jules.ask("{'create_token':'x','scopes':['read','write'],'bot':'meteo'}");
      var bot = proven(salon.dial(), "meteo", text(made, "token"));
      jules.ask("{'revoke_token':'%s','bot':'meteo'}".formatted(text(made, "token_id")));
      bot.expectEnd("ERROR :Closing link: … [Logged out]");
    }
  }

  @Test
  void who_comes_in_has_the_role_that_their_account_has_by_then() {
    try (var salon = start()) {
      var alice = salon.member("alice");
      var phone = proven(salon.dial(), "alice", TestSalon.PASSWORD);
      alice.send("NS ADMIN " + salon.administratorCode());
      alice.until("NOTICE alice :You are administrator of this server");
      alice.until("MODE alice +o");
      phone.send("CAP END").until("001 alice …");
      phone.ping();
      alice.expectNothing();
      assertThat(phone.answer("MODE alice").toString()).contains("+os");
      assertThat(alice.answer("MODE alice").toString()).contains("+os");
    }
  }

  // Logged in by SASL, with all said but CAP END.
  private static IrcClient proven(IrcClient client, String account, String password) {
    negotiating(client, account).send("AUTHENTICATE PLAIN").expect("AUTHENTICATE +");
    client.send("AUTHENTICATE " + Sasl.plain(account, password)).until("903 … :…");
    return client;
  }

  private static IrcClient negotiating(IrcClient client, String nick) {
    client.send("CAP REQ sasl", "NICK " + nick, "USER u 0 * :x").until("CAP … ACK sasl");
    return client;
  }

  private static JsonClient withToken(TestSalon salon, String token) {
    var program = salon.socket();
    program.expect("welcome");
    program.ask("{'login':'jules','token':'" + token + "'}");
    return program;
  }
}
