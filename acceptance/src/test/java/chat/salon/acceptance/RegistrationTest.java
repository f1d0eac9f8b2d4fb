package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How somebody without an account comes in, and what the server then says of itself.
class RegistrationTest extends Conversation {

  @Test
  void a_user_name_of_nothing_that_can_be_shown_is_refused() {
    try (var salon = start()) {
      var client = salon.dial();
      client.send("NICK alice", "USER 😊😊 0 * :Alice");
      client.expect("468 … :…");
      client.send("USER émilie 0 * :Alice");
      client.until("001 alice …");
    }
  }

  @Test
  void a_newcomer_is_welcomed_with_what_the_server_can_do() {
    try (var salon = start()) {
      var welcome = salon.dial().welcome("alice");
      assertThat(numerics(welcome)).startsWith("001", "002", "003", "004", "005");
      assertThat(numerics(welcome)).contains("251", "255", "375", "372", "376");
      assertThat(welcome)
          .allSatisfy(line -> assertThat(line.source()).isEqualTo(TestSalon.NAME))
          .allSatisfy(line -> assertThat(line.param(0)).isEqualTo("alice"));
      assertThat(welcome.getFirst().param(1)).contains("TestNet", "alice!~u@127.0.0.1");
      assertThat(welcome)
          .anySatisfy(line -> assertThat(line.param(1)).contains("Welcome to the test."));
    }
  }

  @Test
  void the_features_are_told_as_isupport_tokens() {
    try (var salon = start()) {
      var tokens =
          salon.dial().welcome("alice").stream()
              .filter(line -> line.command().equals("005"))
              .flatMap(line -> line.params().subList(1, line.size() - 1).stream())
              .toList();
      assertThat(tokens)
          .contains(
              "NETWORK=TestNet",
              "CASEMAPPING=ascii",
              "CHANTYPES=#",
              "PREFIX=(qaohv)~&@%+",
              "STATUSMSG=~&@%+",
              "EXCEPTS=e",
              "INVEX=I",
              "UTF8ONLY")
          .anyMatch(token -> token.startsWith("CHANMODES=beI,k,"))
          .anyMatch(token -> token.startsWith("CHATHISTORY="))
          .allSatisfy(token -> assertThat(token.split("=", 2)).hasSizeLessThanOrEqualTo(2))
          .allSatisfy(
              token -> assertThat(token.chars().filter(c -> c == '=').count()).isLessThan(2));
    }
  }

  @Test
  void nothing_comes_unasked_after_the_first_ping() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      alice.expectNothing();
      alice.send("PING :a token with spaces");
      alice.expect(":salon.test PONG salon.test :a token with spaces");
      alice.send("PING");
      alice.expect(":salon.test 461 alice PING …");
    }
  }

  @Test
  void who_leaves_before_registering_hears_an_error() {
    try (var salon = start()) {
      var visitor = salon.dial();
      visitor.send("QUIT");
      visitor.expectEnd("ERROR …");
    }
  }

  @Test
  void who_quits_hears_an_error_and_the_others_the_reason() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob!~u@127.0.0.1 JOIN #tea");
      bob.send("QUIT :to the kettle");
      bob.expectEnd("ERROR …");
      alice.expect(":bob!~u@127.0.0.1 QUIT :Quit: to the kettle");
      alice.expectNothing();
    }
  }

  @Test
  void who_just_goes_is_missed_all_the_same() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      bob.close();
      alice.expect(":bob QUIT …");
    }
  }

  @Test
  void before_registering_one_may_do_no_more_than_register() {
    try (var salon = start()) {
      var visitor = salon.dial();
      for (var command : List.of("JOIN #tea", "PRIVMSG bob :hi", "LIST", "WHOIS bob", "AWAY")) {
        visitor.send(command);
        visitor.expect(":salon.test 451 * …");
      }
      visitor.register("alice").expectNothing();
    }
  }

  @Test
  void registration_waits_for_nick_and_user_in_any_order() {
    try (var salon = start()) {
      var visitor = salon.dial();
      visitor.send("USER u 0 * :Real alice");
      visitor.expectNothing();
      visitor.send("NICK alice");
      visitor.expect(":salon.test 001 alice …");
    }
  }

  @Test
  void a_registered_one_may_not_register_again() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      alice.ask("USER v 0 * :Another", ":salon.test 462 alice …");
    }
  }

  @Test
  void user_needs_its_parameters() {
    try (var salon = start()) {
      var visitor = salon.dial();
      visitor.send("NICK alice", "USER u");
      visitor.expect(":salon.test 461 … USER …");
      visitor.send("NICK");
      visitor.expect(":salon.test 431 … …");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1alice",
        "al,ice",
        "al*ice",
        "al?ice",
        "al!ice",
        "al@ice",
        "al.ice",
        "$alice",
        ":#alice",
        "#alice",
        "&alice",
        "NickServ",
        "nickserv"
      })
  void a_nick_must_be_one(String nick) {
    try (var salon = start()) {
      var visitor = salon.dial();
      visitor.send("NICK " + nick);
      visitor.expect(":salon.test 432 * … …");
      visitor.register("alice").expectNothing();
    }
  }

  @Test
  void a_nick_that_is_used_cannot_be_had_in_any_case() {
    try (var salon = start()) {
      salon.connect("alice");
      var other = salon.dial();
      other.send("NICK ALICE", "USER u 0 * :Not alice");
      other.expect(":salon.test 433 * ALICE …");
      other.send("NICK alison");
      other.expect(":salon.test 001 alison …");
    }
  }

  @Test
  void of_many_who_claim_a_nick_at_once_one_gets_it() throws Exception {
    try (var salon = start();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 10; round++) {
        var nick = "alice" + round;
        var claims = new ArrayList<Callable<String>>();
        for (int i = 0; i < 8; i++) {
          var visitor = salon.dial();
          claims.add(() -> {
            visitor.send("NICK " + nick, "USER u 0 * :One of many");
            return visitor.next().command();
          });
        }
        var answers = new ArrayList<String>();
        for (var claim : threads.invokeAll(claims)) {
          answers.add(claim.get());
        }
        assertThat(answers).containsOnlyOnce("001").contains("433");
        assertThat(answers).allMatch(answer -> answer.equals("001") || answer.equals("433"));
      }
    }
  }

  @Test
  void a_change_of_nick_is_told_once_to_all_who_share_a_channel() {
    try (var salon = start("#tea", "#coffee")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expectAll(":bob JOIN #tea", ":bob JOIN #coffee");
      var carol = salon.connect("carol");

      bob.send("NICK bobby");
      bob.expect(":bob!~u@127.0.0.1 NICK bobby");
      alice.expect(":bob!~u@127.0.0.1 NICK bobby");
      alice.expectNothing();
      bob.expectNothing();
      carol.expectNothing();

      var other = salon.connect("bob");
      other.ask("PRIVMSG bobby :hello");
      bob.expect(":bob PRIVMSG bobby :hello");
    }
  }

  @Test
  void a_nick_may_change_its_case() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("NICK Alice", ":alice!~u@127.0.0.1 NICK Alice");
      alice.ask("NICK Alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      bob.send("NICK ALICE");
      bob.expect(":salon.test 433 bob ALICE …");
      alice.expectNothing();
    }
  }

  @Test
  void long_names_are_cut_and_long_nicks_refused() {
    try (var salon = start()) {
      var visitor = salon.dial();
      visitor.send("NICK " + "a".repeat(33));
      visitor.expect(":salon.test 432 * … …");
      visitor.send("NICK alice", "USER " + "u".repeat(60) + " 0 * :" + "é".repeat(200));
      visitor.expect(":salon.test 001 alice …");
      visitor.ping();
      var whois = visitor.answer("WHOIS alice");
      assertThat(whois.getFirst().param(2)).hasSize(20).startsWith("~u");
      assertThat(whois.getFirst().param(5)).matches("é{75}");
    }
  }

  static List<String> numerics(List<Line> lines) {
    return lines.stream().map(Line::command).toList();
  }
}
