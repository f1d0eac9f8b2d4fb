package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Who is let in, and what a client can learn and say before that.
class AdmissionTest extends Conversation {

  @Test
  void a_server_with_a_password_lets_in_only_who_knows_it() {
    try (var salon = with("login.server_password", "open: sesame").start()) {
      var right = salon.dial();
      right.send("PASS :open: sesame", "NICK alice", "USER u 0 * :Real alice");
      right.expect(":salon.test 001 alice …");

      var wrong = salon.dial();
      wrong.send("PASS sesame", "NICK bob", "USER u 0 * :Real bob");
      wrong.expect(":salon.test 464 bob :Password incorrect");
      wrong.expectEnd("ERROR :…");

      var none = salon.dial();
      none.send("NICK bob", "USER u 0 * :Real bob");
      none.expect(":salon.test 464 bob :This server has a password");
      none.expectEnd("ERROR :…");
    }
  }

  @Test
  void without_that_password_nobody_makes_an_account_either() {
    try (var salon = with("login.server_password", "sesame").start()) {
      var client = salon.dial();
      client.send("NICK bob", "REGISTER * * " + TestSalon.PASSWORD);
      client.expect("FAIL REGISTER COMPLETE_CONNECTION_REQUIRED bob :…");
      client.send("VERIFY bob 123");
      client.expect("FAIL VERIFY COMPLETE_CONNECTION_REQUIRED bob :…");
    }
  }

  @Test
  void where_an_account_is_needed_guests_are_told_so_and_members_come_in() {
    try (var salon = with("login.account_required", true).start()) {
      var guest = salon.dial();
      guest.send("NICK bob", "USER u 0 * :Real bob");
      guest.expect(":salon.test FAIL * ACCOUNT_REQUIRED :…");
      guest.expectEnd("ERROR :…");
      var alice = salon.member("alice");
      assertThat(alice.answer("VERSION").toString()).contains("draft/ACCOUNTREQUIRED");
      alice.send("NS LOGOUT");
      alice.until("901 alice … …");
      alice.expectEnd("ERROR :…");
    }
  }

  @Test
  void an_account_can_need_an_address_at_every_door() {
    try (var salon = with("accounts.email_required", true).start()) {
      var client = salon.dial();
      client.send("CAP LS 302");
      assertThat(client.until("CAP * LS :…").toString()).contains("email-required");
      client.send("NICK alice", "REGISTER * * " + TestSalon.PASSWORD);
      client.expect("FAIL REGISTER INVALID_EMAIL alice :An account needs an e-mail address here");
      var bob = salon.connect("bob");
      bob.ask("NS REGISTER " + TestSalon.PASSWORD, "NOTICE bob :An account needs an e-mail …");
      client.send("REGISTER * alice@example.org " + TestSalon.PASSWORD);
      client.expect("REGISTER SUCCESS alice :…");
    }
  }

  @Test
  void what_the_server_can_do_is_told_before_registration() {
    try (var salon = with("login.icon", "https://example.org/{size}.png").start()) {
      var client = salon.dial();
      client.send("ISUPPORT");
      client.expect(":salon.test 451 * …");
      client.send("CAP REQ :batch draft/extended-isupport");
      client.expect("CAP * ACK …");
      client.send("ISUPPORT");
      var opening = client.expect("BATCH … draft/isupport").param(0).substring(1);
      var lines = client.until("BATCH -" + opening);
      assertThat(lines.subList(0, lines.size() - 1))
          .isNotEmpty()
          .allMatch(line -> line.command().equals("005") && line.param(0).equals("*"))
          .allMatch(line -> opening.equals(line.tags().get("batch")));
      assertThat(lines.toString())
          .contains("NETWORK=TestNet", "draft/ICON=https://example.org/{size}.png", "SAFERATE");
      client.send("CAP END", "NICK alice", "USER u 0 * :Real alice");
      client.until("004 alice … … … … …");
      client.expect("BATCH … draft/isupport");
    }
  }

  @Test
  void who_asks_is_told_who_they_are() {
    try (var salon = start()) {
      var welcome = salon.dial().welcome("alice", "draft/whoami");
      var commands = welcome.stream().map(line -> line.command()).toList();
      int at = commands.indexOf("SETNAME");
      assertThat(commands.get(at - 1)).isEqualTo("005");
      assertThat(commands.get(at + 1)).isEqualTo("251");
      assertThat(welcome.get(at).source()).startsWith("alice!~u@");
      assertThat(welcome.get(at).param(0)).isEqualTo("Real alice");
    }
  }

  @Test
  void somebody_can_be_away_from_the_beginning() {
    try (var salon = start("#tea")) {
      var bob = salon.connect("bob");
      var early = salon.dial();
      early.send("AWAY :too early");
      early.expect(":salon.test 451 * …");
      early.send("CAP REQ draft/pre-away", "AWAY :making tea");
      early.expect("CAP * ACK draft/pre-away");
      early.expect(":salon.test 306 * …");
      early.send("NICK alice", "USER u 0 * :Real alice", "CAP END");
      early.until("001 alice …");
      early.ping();
      bob.expectNothing();
      bob.ask("PRIVMSG alice :hi", ":salon.test 301 bob alice :making tea");
      early.answer("AWAY");
      bob.expectNothing();
      bob.ask("PRIVMSG alice :hi again");
    }
  }

  @Test
  void a_connection_at_which_nobody_sits_makes_nobody_away_who_is_there() {
    try (var salon = start("#tea")) {
      var bob = salon.connect("bob", "away-notify").join("#tea");
      var desk = salon.member("alice").join("#tea");
      bob.expect(":alice!… JOIN #tea");
      var phone = salon.dial();
      phone.send("CAP REQ :sasl draft/pre-away");
      phone.expect("CAP * ACK …");
      phone.send("AUTHENTICATE PLAIN", "AUTHENTICATE " + Sasl.plain("alice", TestSalon.PASSWORD));
      phone.until("903 * …");
      phone.send("AWAY *", "NICK alice", "USER u 0 * :Real alice", "CAP END");
      phone.expect(":… 306 * …");
      phone.until("001 alice …");
      phone.ping();
      bob.expectNothing();
      bob.ask("PRIVMSG alice :are you there?");
      desk.send("QUIT");
      desk.expectEnd();
      bob.expect(":alice!… AWAY :…");
      bob.ask("PRIVMSG alice :still there?", "301 bob alice :…");
      phone.answer("AWAY");
      bob.expect(":alice!… AWAY");
      bob.ask("PRIVMSG alice :back?");
    }
  }
}
