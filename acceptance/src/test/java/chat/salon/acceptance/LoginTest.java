package chat.salon.acceptance;

import static chat.salon.acceptance.TestSalon.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.Sasl.ScramClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Accounts: making one, and getting in with it.
class LoginTest extends Conversation {
  private static final String OTHER = "quite another password";

  @Test
  void sasl_plain_logs_in() {
    try (var salon = start()) {
      salon.account("alice");
      var client = negotiating(salon);
      client.send("AUTHENTICATE PLAIN");
      client.expect("AUTHENTICATE +");
      client.send("AUTHENTICATE " + Sasl.plain("alice", PASSWORD));
      client.expect(":salon.test 900 * … alice :…");
      client.expect(":salon.test 903 * …");
      client.send("CAP END", "NICK alice", "USER u 0 * :Real alice");
      client.expect(":salon.test 001 alice …");
      client.ping();
      assertThat(client.answer("WHOIS alice"))
          .anyMatch(line -> LinePattern.of(":salon.test 330 alice alice alice …").matches(line));
    }
  }

  @Test
  void a_wrong_password_does_not_log_in_and_the_client_may_try_again() {
    try (var salon = start()) {
      salon.account("alice");
      var client = negotiating(salon);
      client.send("AUTHENTICATE PLAIN");
      client.expect("AUTHENTICATE +");
      client.send("AUTHENTICATE " + Sasl.plain("alice", OTHER));
      client.expect(":salon.test 904 * …");
      client.send("AUTHENTICATE PLAIN");
      client.expect("AUTHENTICATE +");
      client.send("AUTHENTICATE " + Sasl.plain("alice", PASSWORD));
      client.expectAll(":salon.test 900 * … alice :…", ":salon.test 903 * …");
    }
  }

  @Test
  void an_unknown_account_is_answered_like_a_wrong_password() {
    try (var salon = start()) {
      salon.account("alice");
      var client = negotiating(salon);
      client.send("AUTHENTICATE PLAIN");
      client.expect("AUTHENTICATE +");
      client.send("AUTHENTICATE " + Sasl.plain("alice", OTHER));
      var wrong = client.next();
      client.send("AUTHENTICATE PLAIN");
      client.expect("AUTHENTICATE +");
      client.send("AUTHENTICATE " + Sasl.plain("nobody", OTHER));
      assertThat(client.next()).isEqualTo(wrong);
    }
  }

  @Test
  void nobody_acts_as_somebody_else() {
    try (var salon = start()) {
      salon.account("alice");
      salon.account("mallory");
      var client = negotiating(salon);
      client.send("AUTHENTICATE PLAIN");
      client.expect("AUTHENTICATE +");
      client.send("AUTHENTICATE " + Sasl.plain("alice", "mallory", PASSWORD));
      client.expect(":salon.test 904 * …");
      client.send("AUTHENTICATE PLAIN");
      client.expect("AUTHENTICATE +");
      client.send("AUTHENTICATE " + Sasl.plain("mallory", "mallory", PASSWORD));
      client.expect(":salon.test 900 * … mallory :…");
    }
  }

  @Test
  void scram_logs_in_and_the_server_proves_itself() throws Exception {
    try (var salon = start()) {
      salon.account("alice");
      var client = negotiating(salon);
      client.send("AUTHENTICATE SCRAM-SHA-256");
      client.expect("AUTHENTICATE +");
      var scram = new ScramClient("alice", PASSWORD, "clientnonce");
      client.send("AUTHENTICATE " + scram.first());
      client.send("AUTHENTICATE " + scram.last(client.next().param(0)));
      assertThat(scram.trusts(client.next().param(0))).isTrue();
      client.send("AUTHENTICATE +");
      client.expectAll(":salon.test 900 * … alice :…", ":salon.test 903 * …");
    }
  }

  @Test
  void scram_with_a_wrong_password_fails() throws Exception {
    try (var salon = start()) {
      salon.account("alice");
      for (var name : new String[] {"alice", "nobody"}) {
        var client = negotiating(salon);
        client.send("AUTHENTICATE SCRAM-SHA-256");
        client.expect("AUTHENTICATE +");
        var scram = new ScramClient(name, OTHER, "clientnonce");
        client.send("AUTHENTICATE " + scram.first());
        client.send("AUTHENTICATE " + scram.last(client.next().param(0)));
        client.expect(":salon.test 904 * …");
      }
    }
  }

  @Test
  void an_exchange_can_be_aborted() {
    try (var salon = start()) {
      var client = negotiating(salon);
      client.send("AUTHENTICATE PLAIN");
      client.expect("AUTHENTICATE +");
      client.send("AUTHENTICATE *");
      client.expect(":salon.test 906 * …");
      client.send("AUTHENTICATE NO-SUCH-MECHANISM");
      var refused = client.next();
      assertThat(refused.command()).isEqualTo("908");
      assertThat(refused.param(1).split(",")).contains("PLAIN", "SCRAM-SHA-256");
      client.expect(":salon.test 904 * …");
      client.send("AUTHENTICATE PLAIN");
      client.expect("AUTHENTICATE +");
      client.send("AUTHENTICATE " + "a".repeat(401));
      client.expect(":salon.test 905 * …");
      client.send("AUTHENTICATE PLAIN");
      client.expect("AUTHENTICATE +");
      client.send("AUTHENTICATE !notbase64!");
      client.expect(":salon.test 904 * …");
    }
  }

  @Test
  void what_is_longer_than_400_bytes_comes_in_chunks() {
    try (var salon = start()) {
      salon.account("alice");
      var client = negotiating(salon);
      client.send("AUTHENTICATE PLAIN");
      client.expect("AUTHENTICATE +");
      var token = Sasl.plain("alice", "p".repeat(300 - "alice".length() - 2));
      assertThat(token).hasSize(400);
      client.send("AUTHENTICATE " + token, "AUTHENTICATE +");
      client.expect(":salon.test 904 * …");
    }
  }

  @Test
  void one_logs_in_again_without_leaving() {
    try (var salon = start("#tea")) {
      salon.account("alice");
      var alice = salon.connect("alice0", "sasl", "account-notify").join("#tea");
      var bob = salon.connect("bob", "account-notify").join("#tea");
      alice.expect(":bob JOIN #tea");
      alice.send("AUTHENTICATE PLAIN");
      alice.expect("AUTHENTICATE +");
      alice.send("AUTHENTICATE " + Sasl.plain("alice", PASSWORD));
      alice.until(":salon.test 903 alice… …");
      bob.until(":alice… ACCOUNT alice");

      salon.account("carol"); // and as somebody else
      alice.ping();
      alice.send("AUTHENTICATE PLAIN");
      alice.expect("AUTHENTICATE +");
      alice.send("AUTHENTICATE " + Sasl.plain("carol", PASSWORD));
      alice.until(":salon.test 903 … …");
      bob.until("ACCOUNT carol");
      alice.ping();
      assertThat(account(alice)).isEqualTo("carol");
    }
  }

  @Test
  void who_guesses_too_often_has_to_wait() {
    var clock = new TestClock();
    try (var salon = with("accounts.throttle_failures", 3).clock(clock).start()) {
      salon.account("alice");
      var client = negotiating(salon);
      for (int i = 0; i < 3; i++) {
        attempt(client, OTHER);
        client.expect(":salon.test 904 * …");
      }
      attempt(client, OTHER);
      assertThat(client.next().param(1)).contains("wait");
      clock.advance(Duration.ofHours(1));
      attempt(client, PASSWORD);
      client.expectAll(":salon.test 900 * … alice :…", ":salon.test 903 * …");
    }
  }

  private static void attempt(IrcClient client, String password) {
    client.send("AUTHENTICATE PLAIN");
    client.expect("AUTHENTICATE +");
    client.send("AUTHENTICATE " + Sasl.plain("alice", password));
  }

  @Test
  void register_makes_an_account_and_logs_in() {
    try (var salon = start()) {
      var client = salon.dial();
      client.register("alice", "draft/account-registration", "standard-replies");
      client.send("REGISTER * * " + PASSWORD);
      client.until(":salon.test REGISTER SUCCESS alice …");
      client.ping();
      assertThat(salon.logIn("alice").nick()).isEqualTo("alice");
    }
  }

  @Test
  void an_account_can_be_made_but_once() {
    try (var salon = start()) {
      salon.account("alice");
      var client = salon.dial();
      client.register("bob", "draft/account-registration", "standard-replies");
      client.send("REGISTER ALICE * " + PASSWORD);
      client.expect(":salon.test FAIL REGISTER … … …");
    }
  }

  @Test
  void a_weak_password_is_refused() {
    try (var salon = start()) {
      var client = salon.dial();
      client.register("alice", "draft/account-registration", "standard-replies");
      for (var weak : new String[] {"short", "password1", "alice"}) {
        client.send("REGISTER * * " + weak);
        client.expect(":salon.test FAIL REGISTER WEAK_PASSWORD alice …");
      }
      client.expectNothing();
    }
  }

  @Test
  void nickserv_makes_an_account_and_logs_in() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      alice.send("PRIVMSG NickServ :REGISTER " + PASSWORD);
      assertThat(alice.ping())
          .anyMatch(line -> LinePattern.of(":NickServ NOTICE alice …").matches(line));
      assertThat(account(alice)).isEqualTo("alice");

      alice.send("QUIT");
      alice.expectEnd("ERROR …");
      var bob = salon.connect("bob");
      bob.send("NICKSERV IDENTIFY alice wrong-password");
      bob.ping();
      assertThat(account(bob)).isEmpty();
      bob.send("NICKSERV IDENTIFY alice " + PASSWORD);
      bob.ping();
      assertThat(account(bob)).isEqualTo("alice");
    }
  }

  @Test
  void the_first_administrator_has_read_the_code_on_the_console() {
    try (var salon = start()) {
      var oscar = salon.member("oscar");
      var code = salon.administratorCode();
      oscar.send("PRIVMSG NickServ :ADMIN WRONG-CODE");
      oscar.expect(":NickServ NOTICE oscar …");
      oscar.ping();
      oscar.ask("REHASH", ":salon.test 481 oscar …");
      oscar.send("PRIVMSG NickServ :ADMIN " + code);
      oscar.until(":NickServ NOTICE oscar …");
      oscar.ping();
      oscar.send("REHASH");
      oscar.expect(":salon.test 382 oscar … …");
    }
  }

  @Test
  void the_server_password_may_be_an_accounts() {
    try (var salon = start()) {
      salon.account("alice");
      var client = salon.dial();
      client.send("PASS alice:" + PASSWORD, "NICK alice", "USER u 0 * :Real");
      client.until(":salon.test 001 alice …");
      client.ping();
      assertThat(account(client)).isEqualTo("alice");
    }
  }

  @Test
  void a_nick_that_is_an_accounts_is_kept_for_it() {
    try (var salon = start()) {
      salon.account("alice");
      var stranger = salon.dial();
      stranger.send("NICK Alice", "USER u 0 * :Not alice");
      stranger.expect(":salon.test 433 * Alice …");
      stranger.send("NICK bob");
      stranger.expect(":salon.test 001 bob …");
      stranger.ping();
      stranger.ask("NICK alice", ":salon.test 433 bob alice …");
    }
  }

  @Test
  void an_account_outlives_a_restart() {
    try (var salon = start()) {
      salon.account("alice");
      salon.restart();
      assertThat(account(salon.logIn("alice"))).isEqualTo("alice");
    }
  }

  private static IrcClient negotiating(TestSalon salon) {
    var client = salon.dial();
    client.send("CAP REQ :sasl");
    client.expect("CAP * ACK :sasl");
    return client;
  }

  // The account that WHOIS tells of oneself; empty for none.
  private static String account(IrcClient client) {
    var nick = client.answer("AWAY").getFirst().param(0);
    return client.answer("WHOIS " + nick).stream()
        .filter(line -> line.command().equals("330"))
        .map(line -> line.param(2))
        .findFirst()
        .orElse("");
  }
}
