package chat.salon.acceptance;

import static chat.salon.acceptance.HistoryTest.page;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What programs say in the name of people elsewhere (IRCv3 draft/relaymsg), and what clients say
/// besides: endless lines and tags that are not relayed.
class RelayTest extends Conversation {
  private static final String[] CAPS = {
    "draft/relaymsg", "echo-message", "message-tags", "batch", "draft/chathistory"
  };

  @Test
  void an_operator_speaks_for_somebody_elsewhere() {
    try (var salon = start("#tea")) {
      var bridge = salon.connect("bridge", CAPS).join("#tea");
      var bob = salon.connect("bob").join("#tea");
      bridge.expect(":bob JOIN #tea");
      bridge.send("RELAYMSG #tea carol/elsewhere :hello there");
      bridge.expect(
          "@draft/relaymsg=bridge;msgid=… :carol/elsewhere!relay@relay.invalid PRIVMSG #tea :hello"
              + " there");
      assertThat(bob.expect(":carol/elsewhere PRIVMSG #tea :hello there").tags().isEmpty())
          .isTrue();
      assertThat(page(bridge, "LATEST #tea * 5")).containsExactly("hello there");
    }
  }

  @Test
  void who_is_no_operator_or_takes_a_nick_for_a_name_is_refused() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice").join("#tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      bob.ask("RELAYMSG #tea carol/else :hi", "FAIL RELAYMSG PRIVS_NEEDED :…");
      alice.ask("RELAYMSG #tea carol :hi", "FAIL RELAYMSG INVALID_NICK :…");
      alice.ask("RELAYMSG #tea a!b/else :hi", "FAIL RELAYMSG INVALID_NICK :…");
      alice.ask("RELAYMSG #tea carol/else :", "412 alice :…");
      alice.ask("RELAYMSG #nowhere carol/else :hi", "403 alice #nowhere :…");
      alice.ask("RELAYMSG #tea carol/else", "461 alice RELAYMSG :…");
      bob.expectNothing();
    }
  }

  @Test
  void players_speak_for_their_characters_where_that_is_set() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice").join("#tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      bob.ask("NPC #tea bilbo :too much bread", "573 bob #tea :…");
      alice.send("MODE #tea +E");
      alice.expect(":alice MODE #tea +E");
      bob.expect(":alice MODE #tea +E");
      alice.send("NPC #tea bilbo too much bread");
      alice.expect(":*bilbo*!alice@npc.invalid PRIVMSG #tea :too much bread");
      bob.expect(":*bilbo*!alice@npc.invalid PRIVMSG #tea :too much bread");
      alice.send("SCENE #tea :dark night");
      alice.expect(":=Scene=!alice@npc.invalid PRIVMSG #tea :dark night");
      bob.expect(":=Scene=!alice@npc.invalid PRIVMSG #tea :dark night");
      alice.ask("NPC #tea a!b :hi", "432 alice a!b :…");
      assertThat(page(bob, "LATEST #tea * 5")).containsExactly("too much bread", "dark night");
    }
  }

  @Test
  void what_modes_keep_from_being_said_no_character_says() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice").join("#tea");
      alice.ask("MODE #tea +EUmC", ":alice MODE #tea +EUmC");
      var carol = salon.connect("carol").join("#tea");
      alice.expect(":carol JOIN #tea");
      var bob = salon.connect("bob").join("#tea");
      alice.expect(":bob JOIN #tea");
      carol.expect(":bob JOIN #tea");
      bob.ask("NPC #tea bilbo :hello all", "404 bob #tea :…");
      bob.ask("SCENE #tea :dark night", "404 bob #tea :…");
      alice.ask("NPC #tea bilbo :\u0001VERSION\u0001", "404 alice #tea :…");
      alice.expectNothing();
      carol.expectNothing();
    }
  }

  @Test
  void nobody_takes_a_name_that_somebody_elsewhere_may_have() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice");
      alice.ask("NICK carol/else", "432 alice carol/else :…");
      alice.ask("NICK =Scene=", "432 alice =Scene= :…");
    }
  }

  @Test
  void who_sends_a_line_without_an_end_is_cut_off() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.write(("PRIVMSG #tea :" + "a".repeat(10_000)).getBytes(UTF_8));
      alice.expect("417 alice :…");
      alice.write("a".repeat(10_000).getBytes(UTF_8));
      alice.expectEnd("ERROR :…Excess Flood…");
    }
  }

  @Test
  void tags_that_are_denied_are_said_to_be_and_not_relayed() {
    try (var salon = with("messages.denied_tags", "*,-typing").start("#tea")) {
      var alice = salon.dial();
      assertThat(alice.welcome("alice", "message-tags", "echo-message"))
          .anyMatch(line -> line.params().contains("CLIENTTAGDENY=*,-typing"));
      alice.join("#tea");
      alice.send("@+x=y;+typing=active TAGMSG #tea");
      var echo = alice.expect("@+typing=active :alice TAGMSG #tea");
      assertThat(echo.tags().has("+x")).isFalse();
      alice.ask("@+x=y TAGMSG #tea");
    }
  }
}
