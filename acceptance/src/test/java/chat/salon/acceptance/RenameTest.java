package chat.salon.acceptance;

import static chat.salon.acceptance.HistoryTest.page;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Giving channels other names (IRCv3 draft/channel-rename).
class RenameTest extends Conversation {
  private static final String[] CAPS = {
    "draft/channel-rename", "draft/chathistory", "batch", "labeled-response", "message-tags"
  };

  @Test
  void all_are_in_it_under_its_new_name_with_what_was_set_and_said() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      var old = salon.connect("old").join("#tea");
      alice.expect(":old JOIN #tea");
      bob.expect(":old JOIN #tea");
      alice.send("TOPIC #tea :green", "MODE #tea +k leaf", "PRIVMSG #tea :before");
      alice.expectAll(":alice TOPIC #tea green", ":alice MODE #tea +k leaf");
      bob.expectAll(
          ":alice TOPIC #tea green", ":alice MODE #tea +k leaf", ":alice PRIVMSG #tea before");
      old.expectAll(
          ":alice TOPIC #tea green", ":alice MODE #tea +k leaf", ":alice PRIVMSG #tea before");

      alice.send("@label=r RENAME #tea #Infusion :more choice");

      alice.expect("@label=r :alice RENAME #tea #Infusion :more choice");
      bob.expect(":alice RENAME #tea #Infusion :more choice");
      old.expectAll(":old PART #tea :more choice", ":old JOIN #Infusion");
      old.until("366 old #Infusion :…");
      bob.send("PRIVMSG #infusion :after");
      alice.expect(":bob PRIVMSG #Infusion :after");
      old.expect(":bob PRIVMSG #Infusion :after");
      assertThat(page(bob, "LATEST #infusion * 10")).containsExactly("before", "after");
      bob.ask("TOPIC #infusion", "332 bob #Infusion green", "333 bob #Infusion … …");
      var carol = salon.connect("carol");
      carol.ask("JOIN #infusion", "475 carol #Infusion :…");
      alice.send("MODE #infusion +v bob"); // who was an operator still is
      alice.expect(":alice MODE #Infusion +v bob");
      bob.expect(":alice MODE #Infusion +v bob");
      bob.send("QUIT");
      alice.expect(":bob QUIT …");
    }
  }

  @Test
  void the_old_name_is_free_and_new_from_then_on() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      alice.send("PRIVMSG #tea :before", "RENAME #tea #infusion");
      alice.expect(":alice RENAME #tea #infusion :");
      alice.ask("PRIVMSG #tea :nobody there", "403 alice #tea :…");
      var bob = salon.connect("bob", CAPS).join("#tea");
      assertThat(page(bob, "LATEST #tea * 10")).isEmpty();
      bob.send("MODE #tea +m");
      bob.expect(":bob MODE #tea +m");
      alice.expectNothing();
      // and back, which only goes when nobody is there
      alice.ask("RENAME #infusion #tea", "FAIL RENAME CHANNEL_NAME_IN_USE #infusion #tea :…");
      bob.send("PART #tea");
      bob.expect(":bob PART #tea");
      alice.send("RENAME #infusion #tea");
      alice.expect(":alice RENAME #infusion #tea :");
      assertThat(page(alice, "LATEST #tea * 10")).containsExactly("before");
    }
  }

  @Test
  void a_registered_channel_keeps_who_belongs_to_it_after_a_restart() {
    try (var salon = start("#tea")) {
      var alice = salon.member("alice", CAPS).join("#tea");
      var bob = salon.member("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      alice.send("CS REGISTER #tea");
      alice.ping();
      bob.ping();
      alice.send("MODE #tea +o bob", "PRIVMSG #tea :before");
      alice.ping();
      bob.until(":alice PRIVMSG #tea :before");
      bob.ask("RENAME #tea #mine", "FAIL RENAME CANNOT_RENAME #tea #mine :…");
      alice.send("RENAME #tea #infusion");
      alice.expect(":alice RENAME #tea #infusion :");
      bob.expect(":alice RENAME #tea #infusion :");
      salon.restart();

      var again = salon.logIn("alice", CAPS);
      again.ping(); // where they belong, they are
      assertThat(page(again, "LATEST #infusion * 10")).containsExactly("before");
      assertThat(again.answer("CS INFO #infusion"))
          .anyMatch(line -> line.toString().contains("alice"));
      again.send("RENAME #infusion #tea");
      again.expect(":alice RENAME #infusion #tea :");
    }
  }

  @Test
  void only_capitals_may_change_too() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var old = salon.connect("old").join("#tea");
      alice.expect(":old JOIN #tea");
      alice.send("RENAME #tea #TEA");
      alice.expect(":alice RENAME #tea #TEA :");
      alice.send("PRIVMSG #tea :loud");
      old.expect(":alice PRIVMSG #TEA :loud");
      old.expectNothing();
    }
  }

  @Test
  void who_may_not_or_asks_for_what_cannot_be_is_told_why() {
    try (var salon = start("#tea", "#coffee")) {
      var alice = salon.connect("alice", CAPS).join("#tea", "#coffee");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      bob.ask("RENAME #tea #mine", "482 bob #tea :…");
      bob.ask("RENAME #coffee #mine", "442 bob #coffee :…");
      alice.ask("RENAME #nowhere #mine", "403 alice #nowhere :…");
      alice.ask("RENAME #tea mine", "FAIL RENAME CANNOT_RENAME #tea mine :…");
      alice.ask("RENAME #tea #~group", "FAIL RENAME CANNOT_RENAME #tea #~group :…");
      alice.ask("RENAME #tea #coffee", "FAIL RENAME CHANNEL_NAME_IN_USE #tea #coffee :…");
      alice.ask("RENAME #tea", "461 alice RENAME :…");
      alice.ask("RENAME #tea #tea");
      bob.expectNothing();
    }
  }

  @Test
  void of_two_who_want_one_name_at_once_one_gets_it() {
    try (var salon = start("#tea", "#coffee")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS).join("#coffee");
      alice.send("RENAME #tea #drinks");
      bob.send("RENAME #coffee #drinks");
      var first = alice.next();
      var second = bob.next();
      assertThat(first.command().equals("RENAME") != second.command().equals("RENAME"))
          .as(first + " and " + second)
          .isTrue();
      var loser = first.command().equals("RENAME") ? bob : alice;
      var itsOwn = loser.equals(bob) ? "#coffee" : "#tea";
      loser.send("RENAME " + itsOwn + " #elsewhere");
      loser.expect("RENAME " + itsOwn + " #elsewhere :");
    }
  }

  @Test
  void programs_are_told_as_if_all_had_gone_there() {
    try (var salon = start("#coffee")) {
      salon.account("bob");
      var alice = salon.connect("alice", CAPS).join("#coffee");
      var bob = salon.program("bob");
      bob.ask("{'join':'#coffee'}");
      alice.until(":bob JOIN #coffee");
      alice.ping();
      alice.send("RENAME #coffee #infusion");
      alice.until(":alice RENAME #coffee #infusion :");
      assertThat(bob.until("left").get("left").asString()).isEqualTo("#coffee");
      assertThat(bob.until("joined").get("joined").asString()).isEqualTo("#infusion");
      bob.send("{'channel_message':'here','channel':'#infusion'}");
      alice.expect(":bob PRIVMSG #infusion :here");
    }
  }
}
