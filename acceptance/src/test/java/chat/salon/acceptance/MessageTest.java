package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people say to each other.
class MessageTest extends Conversation {

  @ParameterizedTest
  @ValueSource(strings = {"PRIVMSG", "NOTICE"})
  void all_in_the_channel_hear_it_but_who_says_it(String command) {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      var carol = salon.joined("carol");
      alice.expectAll(":bob JOIN #tea", ":carol JOIN #tea");
      bob.expect(":carol JOIN #tea");
      alice.ask(command + " #tea :hello  all ☕");
      bob.expect(":alice!~u@127.0.0.1 " + command + " #tea :hello  all ☕");
      carol.expect(":alice!~u@127.0.0.1 " + command + " #tea :hello  all ☕");
      bob.expectNothing();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRIVMSG", "NOTICE"})
  void one_person_hears_what_is_said_to_them(String command) {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      var carol = salon.joined("carol");
      alice.expectAll(":bob JOIN #tea", ":carol JOIN #tea");
      bob.expect(":carol JOIN #tea");
      alice.ask(command + " BOB :just you");
      bob.expect(":alice!~u@127.0.0.1 " + command + " … :just you");
      bob.expectNothing();
      carol.expectNothing();
    }
  }

  @Test
  void what_cannot_be_said_is_refused() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      alice.ask("PRIVMSG nobody :hi", ":salon.test 401 alice nobody …");
      alice.ask("PRIVMSG #nowhere :hi", ":salon.test 403 alice #nowhere …");
      alice.send("PRIVMSG");
      assertThat(alice.next().command()).isIn("411", "461");
      alice.send("PRIVMSG bob");
      assertThat(alice.next().command()).isIn("412", "461");
      alice.ask("PRIVMSG alice :", ":salon.test 412 alice …");
      alice.ask("NOTICE nobody :hi");
      alice.expectNothing();
    }
  }

  @Test
  void several_hear_it_at_once_but_not_too_many() {
    try (var salon = with("irc.max_targets", 3).start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      var carol = salon.connect("carol");
      carol.send("PRIVMSG alice,bob,alice :to both");
      alice.expect(":carol PRIVMSG alice :to both");
      bob.expect(":carol PRIVMSG bob :to both");
      carol.ping();
      carol.send("PRIVMSG a,b,c,d :to too many");
      assertThat(carol.ping()).anyMatch(line -> line.command().equals("407"));
    }
  }

  @Test
  void who_is_away_says_why() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      var bob = salon.connect("bob");
      bob.ask("AWAY :having tea", ":salon.test 306 bob …");
      alice.ask("PRIVMSG bob :hello?", ":salon.test 301 alice bob :having tea");
      bob.expect(":alice PRIVMSG bob :hello?");
      alice.ask("NOTICE bob :hello?");
      bob.expect(":alice NOTICE bob :hello?");
      bob.ask("AWAY", ":salon.test 305 bob …");
      alice.ask("PRIVMSG bob :back?");
      bob.expect(":alice PRIVMSG bob :back?");
    }
  }

  @Test
  void a_message_can_be_for_those_of_a_rank() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      var carol = salon.joined("carol");
      alice.expectAll(":bob JOIN #tea", ":carol JOIN #tea");
      bob.expect(":carol JOIN #tea");
      alice.ask("MODE #tea +v bob", ":alice MODE #tea +v bob");
      bob.expect(":alice MODE #tea +v bob");
      carol.expect(":alice MODE #tea +v bob");

      alice.ask("PRIVMSG +#tea :voices and up");
      bob.expect(":alice PRIVMSG +#tea :voices and up");
      bob.ask("PRIVMSG @#tea :operators only");
      alice.expect(":bob PRIVMSG @#tea :operators only");
      carol.expectNothing();
      bob.expectNothing();
    }
  }

  @Test
  void one_may_talk_to_oneself() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      alice.ask("PRIVMSG alice :note", ":alice!~u@127.0.0.1 PRIVMSG alice :note");
      var echoing = salon.connect("bob", "echo-message");
      echoing.send("PRIVMSG bob :note");
      echoing.expect(":bob PRIVMSG bob :note");
    }
  }

  @Test
  void formatting_and_ctcp_arrive_as_they_were_sent() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      for (var text : new String[] {"\u0001ACTION pours\u0001", "\u0002bold\u000f \u000304red"}) {
        alice.ask("PRIVMSG #tea :" + text);
        bob.expect(":alice PRIVMSG #tea :" + text);
      }
    }
  }

  @Test
  void the_longest_message_arrives_whole() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      int room = 512 - ":alice!~u@127.0.0.1 PRIVMSG #tea :\r\n".length();
      var text = "x".repeat(room);
      alice.ask("PRIVMSG #tea :" + text);
      bob.expect(":alice PRIVMSG #tea :" + text);
    }
  }

  @Test
  void what_is_too_long_for_others_is_not_cut_within_a_character() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice", "#tea");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      alice.ask("PRIVMSG #tea :" + "é".repeat(248));
      assertThat(bob.expect(":alice PRIVMSG #tea :…").param(1)).matches("é{230,248}");
    }
  }
}
