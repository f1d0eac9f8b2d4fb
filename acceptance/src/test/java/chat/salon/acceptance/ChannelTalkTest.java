package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Topics, kicks and invitations.
class ChannelTalkTest extends Conversation {

  @Test
  void only_an_op_may_set_a_locked_topic() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      bob.send("TOPIC #tea :coffee");
      bob.expect(":salon.test 482 bob #tea :You're not channel operator");
      alice.expectNothing();

      alice.ask("MODE #tea -t", ":alice MODE #tea -t");
      bob.expect(":alice MODE #tea -t");
      bob.ask("TOPIC #tea :coffee", ":bob!~u@127.0.0.1 TOPIC #tea :coffee");
      alice.expect(":bob!~u@127.0.0.1 TOPIC #tea :coffee");
    }
  }

  @Test
  void a_topic_can_be_asked_for_and_taken_away() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("TOPIC #tea", ":salon.test 331 alice #tea …");
      alice.ask("TOPIC #tea :Darjeeling", ":alice TOPIC #tea :Darjeeling");
      alice.ask(
          "TOPIC #tea",
          ":salon.test 332 alice #tea :Darjeeling",
          ":salon.test 333 alice #tea alice… …");
      alice.ask("TOPIC #tea :", ":alice TOPIC #tea :");
      alice.ask("TOPIC #tea", ":salon.test 331 alice #tea …");
      alice.ask("TOPIC #nowhere", ":salon.test 403 alice #nowhere …");
    }
  }

  @Test
  void a_long_topic_is_never_cut_within_a_character() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.send("TOPIC #tea :" + "é".repeat(200));
      var answer = alice.next();
      if (answer.command().equals("TOPIC")) {
        assertThat(answer.param(1)).matches("é{190,195}");
      } else {
        assertThat(answer.command()).isIn("417", "FAIL", "NOTICE");
      }
    }
  }

  @Test
  void who_is_kicked_is_out_and_all_hear_why() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      alice.ask("KICK #tea bob :too loud", ":alice!~u@127.0.0.1 KICK #tea bob :too loud");
      bob.expect(":alice!~u@127.0.0.1 KICK #tea bob :too loud");
      bob.ask("PRIVMSG #tea :what?", ":salon.test 404 bob #tea …");
      alice.ask("PRIVMSG #tea :quiet now");
      bob.expectNothing();
      bob.join("#tea");
    }
  }

  @Test
  void kicks_are_for_operators_and_for_those_who_are_there() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      bob.ask("KICK #tea alice", ":salon.test 482 bob #tea …");
      salon.connect("carol").ask("KICK #tea bob", ":salon.test 442 carol #tea …");
      assertThat(alice.answer("KICK #tea nobody").getFirst().command()).isIn("401", "441");
      alice.ask("KICK #tea carol", ":salon.test 441 alice carol #tea …");
      alice.ask("KICK #nowhere bob", ":salon.test 403 alice #nowhere …");
      alice.ask("KICK #tea bob", ":alice KICK #tea bob …");
      bob.expect(":alice KICK #tea bob …");
    }
  }

  @Test
  void several_are_kicked_at_once() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      salon.joined("bob");
      salon.joined("carol");
      alice.expectAll(":bob JOIN #tea", ":carol JOIN #tea");
      alice.ask(
          "KICK #tea bob,carol :out", ":alice KICK #tea bob :out", ":alice KICK #tea carol :out");
    }
  }

  @Test
  void members_invite_and_the_invited_hear_of_it() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.connect("bob");
      alice.ask("INVITE bob #tea", ":salon.test 341 alice bob #tea");
      bob.expect(":alice!~u@127.0.0.1 INVITE bob #tea");
      bob.join("#tea");
      alice.expect(":bob JOIN #tea");
      alice.ask("INVITE bob #tea", ":salon.test 443 alice bob #tea …");
      alice.ask("INVITE nobody #tea", ":salon.test 401 alice nobody …");
      var carol = salon.connect("carol");
      carol.ask("INVITE alice #tea", ":salon.test 442 carol #tea …");
    }
  }

  @Test
  void one_may_ask_where_one_was_asked_in() {
    try (var salon = start("#tea", "#coffee")) {
      var alice = salon.joined("alice");
      var bob = salon.connect("bob");
      bob.ask("INVITE", ":salon.test 337 bob …");
      alice.ask("INVITE bob #tea", ":salon.test 341 alice bob #tea");
      bob.expect(":alice INVITE bob #tea");
      bob.ask("INVITE", ":salon.test 336 bob #tea", ":salon.test 337 bob …");
      bob.join("#tea");
      bob.ask("INVITE", ":salon.test 337 bob …");
    }
  }

  @Test
  void into_an_invite_only_channel_operators_invite() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      alice.ask("MODE #tea +i", ":alice MODE #tea +i");
      bob.expect(":alice MODE #tea +i");
      salon.connect("carol");
      bob.ask("INVITE carol #tea", ":salon.test 482 bob #tea …");
    }
  }

  @Test
  void who_is_away_says_so_to_those_who_ask_them_in() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.connect("bob");
      bob.ask("AWAY :having tea", ":salon.test 306 bob …");
      alice.send("INVITE bob #tea");
      assertThat(alice.ping())
          .anyMatch(line -> LinePattern.of(":salon.test 341 alice bob #tea").matches(line));
    }
  }
}
