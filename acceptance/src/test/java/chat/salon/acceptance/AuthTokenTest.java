package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.irc.TokenService;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// TOKEN (IRCv3 draft/authtoken): people show another service who they are, and the service asks
/// the server, on any node.
class AuthTokenTest extends Conversation {
  private static final List<TokenService> SERVICES =
      List.of(
          TokenService.parse("example.com/quotes https://quotes.example.com What was said best"),
          TokenService.parse("FILEHOST https://files.example.com"));

  private TestSalon.Setup serving() {
    return with("authtoken.services", SERVICES);
  }

  private static String token(IrcClient client, String asked) {
    var line = client.answer("TOKEN GENERATE " + asked).getFirst();
    assertThat(line.toString()).contains("TOKEN GENERATE");
    return line.params().getLast();
  }

  // A service has no nick: it asks before it registers.
  private static IrcClient service(TestSalon salon) {
    var service = salon.dial();
    service.send("CAP REQ :batch standard-replies");
    service.expect("CAP * ACK :batch standard-replies");
    return service;
  }

  @Test
  void a_service_is_told_once_who_showed_a_token() {
    try (var salon = serving().start("#tea")) {
      var alice = salon.member("alice", "batch", "standard-replies").join("#tea");
      var token = token(alice, "example.com/quotes #TEA");
      var service = service(salon);
      service.ask("TOKEN VALIDATE FILEHOST " + "x" + token, "FAIL TOKEN INVALID_TOKEN :…");
      service.ask(
          "TOKEN VALIDATE Example.com/QUOTES :" + token,
          "BATCH +… draft/authtoken example.com/quotes",
          "TOKEN CLAIM account :alice",
          "TOKEN CLAIM name :alice",
          "TOKEN CLAIM scope :#tea",
          "TOKEN CLAIM member_of :#tea",
          "TOKEN CLAIM operator_of :#tea",
          "BATCH -…");
      service.ask("TOKEN VALIDATE example.com/quotes :" + token, "FAIL TOKEN INVALID_TOKEN :…");
    }
  }

  @Test
  void it_is_good_for_one_service_and_tells_no_more_than_was_asked() {
    try (var salon = serving().start("#tea")) {
      var alice = salon.member("alice", "batch", "standard-replies").join("#tea", "#hidden");
      var service = service(salon);
      var token = token(alice, "FILEHOST");
      service.ask("TOKEN VALIDATE example.com/quotes " + token, "FAIL TOKEN INVALID_TOKEN :…");
      service.ask("TOKEN VALIDATE FILEHOST " + token, "FAIL TOKEN INVALID_TOKEN :…");
      service.ask(
          "TOKEN VALIDATE FILEHOST " + token(alice, "FILEHOST"),
          "BATCH +… draft/authtoken FILEHOST",
          "TOKEN CLAIM account :alice",
          "TOKEN CLAIM name :alice",
          "BATCH -…");
      alice.ask("TOKEN GENERATE FILEHOST #elsewhere", "FAIL TOKEN INVALID_SCOPE #elsewhere :…");
      alice.ask("TOKEN GENERATE FILEHOST bob", "FAIL TOKEN INVALID_SCOPE bob :…");
      alice.ask("TOKEN GENERATE brewery", "FAIL TOKEN UNKNOWN_SERVICE brewery :…");
      alice.ask("TOKEN GENERATE", "FAIL TOKEN UNKNOWN_SERVICE * :…");
      alice.ask("TOKEN BREW", "FAIL TOKEN UNKNOWN_COMMAND BREW :…");
      alice.ask("TOKEN", "461 alice TOKEN :…");
      var bob = salon.connect("bob", "batch", "standard-replies");
      bob.ask("TOKEN GENERATE FILEHOST", "FAIL TOKEN ACCOUNT_REQUIRED :…");
      salon.dial().ask("TOKEN GENERATE FILEHOST", "451 * :…");
    }
  }

  @Test
  void clients_learn_which_services_there_are() {
    try (var salon = serving().start()) {
      var alice = salon.connect("alice", "batch");
      alice.ask(
          "TOKEN SERVICELIST",
          "BATCH +… draft/authtoken *",
          "TOKEN SERVICE example.com/quotes https://quotes.example.com :What was said best",
          "TOKEN SERVICE FILEHOST https://files.example.com :",
          "BATCH -…");
      var welcome = salon.dial().welcome("bob", "draft/authtoken", "batch").toString();
      assertThat(welcome.indexOf("TOKEN SERVICE"))
          .isGreaterThan(welcome.indexOf(" 005 "))
          .isLessThan(welcome.indexOf(" 251 "));
    }
    try (var salon = start()) {
      salon
          .connect("carol", "standard-replies")
          .ask("TOKEN SERVICELIST", "NOTE TOKEN NO_SERVICES :…");
    }
  }

  @Test
  void from_elsewhere_nobody_asks_whose_a_token_is() {
    try (var salon = serving().with("authtoken.validators", List.of("192.0.2.1")).start()) {
      var alice = salon.member("alice", "batch", "standard-replies");
      var token = token(alice, "FILEHOST");
      service(salon)
          .ask("TOKEN VALIDATE FILEHOST " + token, "FAIL TOKEN NO_PERMISSIONS FILEHOST …");
      var plain = salon.dial();
      plain.ask("TOKEN VALIDATE FILEHOST " + token, "FAIL TOKEN NEED_CAPABILITY batch :…");
    }
  }

  @Test
  void nobody_uses_up_the_tokens_of_others() {
    try (var salon = serving().with("authtoken.waiting_of_one", 2).start()) {
      var alice = salon.member("alice", "batch", "standard-replies");
      token(alice, "FILEHOST");
      var second = token(salon.logIn("alice"), "FILEHOST");
      alice.ask("TOKEN GENERATE FILEHOST", "FAIL TOKEN INTERNAL_ERROR :Too many tokens …");
      token(salon.member("bob"), "FILEHOST");
      service(salon).answer("TOKEN VALIDATE FILEHOST " + second);
      token(alice, "FILEHOST");
    }
  }

  @Test
  void a_token_is_good_after_a_restart_but_not_for_long() {
    var clock = new TestClock();
    try (var salon = serving().with("authtoken.waiting", 2).clock(clock).start()) {
      var alice = salon.member("alice", "batch", "standard-replies");
      var first = token(alice, "FILEHOST");
      var second = token(alice, "FILEHOST");
      alice.ask("TOKEN GENERATE FILEHOST", "FAIL TOKEN INTERNAL_ERROR :Too many tokens …");
      salon.restart();
      var told = service(salon).answer("TOKEN VALIDATE FILEHOST " + first).toString();
      assertThat(told).contains("CLAIM account alice");
      clock.advance(Duration.ofMinutes(6));
      service(salon).ask("TOKEN VALIDATE FILEHOST " + second, "FAIL TOKEN INVALID_TOKEN :…");
      token(salon.logIn("alice", "batch"), "FILEHOST");
    }
  }
}
