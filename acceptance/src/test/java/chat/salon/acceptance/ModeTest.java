package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be set on a channel and on its members, and what that does.
class ModeTest extends Conversation {

  @Test
  void a_new_channel_keeps_strangers_and_its_topic_out_of_reach() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.send("MODE #tea");
      var modes = alice.expect(":salon.test 324 alice #tea …");
      assertThat(modes.param(2).chars().sorted().mapToObj(Character::toString))
          .containsExactly("+", "n", "t");
      alice.expect(":salon.test 329 alice #tea …");
      alice.expectNothing();
    }
  }

  @Test
  void modes_are_told_to_all_and_only_what_changed() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      alice.ask("MODE #tea +m-t+n", ":alice!~u@127.0.0.1 MODE #tea +m-t");
      bob.expect(":alice MODE #tea +m-t");
      alice.ask("MODE #tea +m");
      bob.expectNothing();
    }
  }

  @Test
  void only_operators_change_modes() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      bob.ask("MODE #tea +m", ":salon.test 482 bob #tea …");
      bob.ask("MODE #tea +b carol!*@*", ":salon.test 482 bob #tea …");
      bob.ask("MODE #tea +o bob", ":salon.test 482 bob #tea …");
      alice.expectNothing();
      var carol = salon.connect("carol");
      carol.send("MODE #tea +m");
      assertThat(carol.next().command()).isIn("442", "482");
      carol.ask("MODE #nowhere +m", ":salon.test 403 carol #nowhere …");
    }
  }

  @Test
  void what_there_is_not_cannot_be_set() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +Z", ":salon.test 472 alice Z …");
      assertThat(alice.answer("MODE #tea +o nobody").getFirst().command()).isIn("401", "441");
      salon.connect("bob");
      alice.ask("MODE #tea +v bob", ":salon.test 441 alice bob #tea …");
    }
  }

  @Test
  void moderated_only_those_with_a_voice_speak() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      alice.ask("MODE #tea +m", ":alice MODE #tea +m");
      bob.expect(":alice MODE #tea +m");
      bob.ask("PRIVMSG #tea :hi", ":salon.test 404 bob #tea …");
      alice.ask("MODE #tea +v bob", ":alice MODE #tea +v bob");
      bob.expect(":alice MODE #tea +v bob");
      bob.ask("PRIVMSG #tea :hi again");
      alice.expect(":bob PRIVMSG #tea :hi again");
      alice.expectNothing();
    }
  }

  @Test
  void without_n_strangers_speak_too() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.connect("bob");
      bob.ask("PRIVMSG #tea :hi", ":salon.test 404 bob #tea …");
      alice.ask("MODE #tea -n", ":alice MODE #tea -n");
      bob.ask("PRIVMSG #tea :hi from outside");
      alice.expect(":bob PRIVMSG #tea :hi from outside");
      bob.ask("PRIVMSG #nowhere :hi", ":salon.test 403 bob #nowhere …");
    }
  }

  @Test
  void a_key_lets_in_those_who_know_it() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +k sesame", ":alice MODE #tea +k sesame");
      var bob = salon.connect("bob");
      bob.ask("JOIN #tea", ":salon.test 475 bob #tea …");
      bob.ask("JOIN #tea wrong", ":salon.test 475 bob #tea …");
      bob.send("JOIN #tea sesame");
      bob.until(":salon.test 366 bob #tea …");
      alice.expect(":bob JOIN #tea");
      alice.ask("MODE #tea -k sesame", ":alice MODE #tea -k …");
      salon.connect("carol").join("#tea");
    }
  }

  @Test
  void the_key_is_for_members_only() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +k sesame", ":alice MODE #tea +k sesame");
      assertThat(alice.answer("MODE #tea").toString()).contains("sesame");
      assertThat(salon.connect("bob").answer("MODE #tea").toString()).doesNotContain("sesame");
    }
  }

  @Test
  void a_limit_lets_in_so_many() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +l 2", ":alice MODE #tea +l 2");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      var carol = salon.connect("carol");
      carol.ask("JOIN #tea", ":salon.test 471 carol #tea …");
      bob.ask("PART #tea", ":bob PART #tea");
      alice.expect(":bob PART #tea");
      carol.join("#tea");
      alice.expect(":carol JOIN #tea");
      alice.ask("MODE #tea -l", ":alice MODE #tea -l");
    }
  }

  @Test
  void invite_only_lets_in_those_who_were_asked() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +i", ":alice MODE #tea +i");
      var bob = salon.connect("bob");
      bob.ask("JOIN #tea", ":salon.test 473 bob #tea …");
      alice.ask("INVITE bob #tea", ":salon.test 341 alice bob #tea");
      bob.expect(":alice!~u@127.0.0.1 INVITE bob #tea");
      bob.join("#tea");
      alice.expect(":bob JOIN #tea");
      bob.ask("PART #tea", ":bob PART #tea");
      alice.expect(":bob PART #tea");
      bob.ask("JOIN #tea", ":salon.test 473 bob #tea …");
    }
  }

  @Test
  void who_is_banned_neither_enters_nor_speaks() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      alice.ask("MODE #tea +b bob", ":alice MODE #tea +b bob!*@*");
      bob.expect(":alice MODE #tea +b bob!*@*");
      bob.ask("PRIVMSG #tea :hi", ":salon.test 404 bob #tea …");
      bob.ask("PART #tea", ":bob PART #tea");
      alice.expect(":bob PART #tea");
      bob.ask("JOIN #tea", ":salon.test 474 bob #tea …");

      alice.ask("MODE #tea +e *!~u@*", ":alice MODE #tea +e *!~u@*");
      bob.join("#tea");
      alice.expect(":bob JOIN #tea");
      alice.ask("MODE #tea -e *!~u@*", ":alice MODE #tea -e *!~u@*");
      bob.expect(":alice MODE #tea -e *!~u@*");
      bob.ask("PRIVMSG #tea :hi", ":salon.test 404 bob #tea …");
      alice.ask("MODE #tea -b bob!*@*", ":alice MODE #tea -b bob!*@*");
      bob.expect(":alice MODE #tea -b bob!*@*");
      bob.ask("PRIVMSG #tea :hi");
      alice.expect(":bob PRIVMSG #tea :hi");
    }
  }

  @Test
  void the_invite_list_opens_an_invite_only_channel() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +iI bob!*@*", ":alice MODE #tea +iI bob!*@*");
      salon.connect("bob").join("#tea");
      alice.expect(":bob JOIN #tea");
      salon.connect("carol").ask("JOIN #tea", ":salon.test 473 carol #tea …");
    }
  }

  @ParameterizedTest
  @CsvSource({"b, 367, 368", "e, 348, 349", "I, 346, 347"})
  void lists_can_be_read(String mode, String item, String end) {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea " + mode, ":salon.test " + end + " alice #tea …");
      alice.ask(
          "MODE #tea +%s x!*@*".formatted(mode), ":alice MODE #tea +%s x!*@*".formatted(mode));
      alice.ask(
          "MODE #tea +" + mode,
          ":salon.test " + item + " alice #tea x!*@* alice… …",
          ":salon.test " + end + " alice #tea …");
    }
  }

  @Test
  void a_list_has_room_for_so_many() {
    try (var salon = with("limits.list_entries", 2).start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +bb a!*@* b!*@*", ":alice MODE #tea +bb a!*@* b!*@*");
      alice.ask("MODE #tea +b c!*@*", ":salon.test 478 alice #tea … …");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"v", "h", "o"})
  void operators_give_and_take_ranks(String rank) {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      alice.ask("MODE #tea +" + rank + " bob", ":alice MODE #tea +" + rank + " bob");
      bob.expect(":alice MODE #tea +" + rank + " bob");
      bob.ask("MODE #tea -" + rank + " bob", ":bob MODE #tea -" + rank + " bob");
      alice.expect(":bob MODE #tea -" + rank + " bob");
    }
  }

  @Test
  void ranks_stand_before_the_nick_highest_first() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +v alice", ":alice MODE #tea +v alice");
      var bob = salon.connect("bob", "multi-prefix");
      bob.ask("NAMES #tea", ":salon.test 353 bob = #tea :@+alice", ":salon.test 366 bob #tea …");
      var carol = salon.connect("carol");
      carol.ask(
          "NAMES #tea", ":salon.test 353 carol = #tea :@alice", ":salon.test 366 carol #tea …");
    }
  }

  @Test
  void half_operators_run_a_channel_but_not_its_operators() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      alice.ask("MODE #tea +h bob", ":alice MODE #tea +h bob");
      bob.expect(":alice MODE #tea +h bob");
      bob.ask("TOPIC #tea :by a half", ":bob TOPIC #tea :by a half");
      alice.expect(":bob TOPIC #tea :by a half");
      bob.ask("MODE #tea +m", ":bob MODE #tea +m");
      alice.expect(":bob MODE #tea +m");
      bob.ask("MODE #tea -o alice", ":salon.test 482 bob #tea …");
      bob.ask("MODE #tea +o bob", ":salon.test 482 bob #tea …");
      bob.ask("KICK #tea alice", ":salon.test 482 bob #tea …");
    }
  }

  @Test
  void operators_make_no_founders() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +q alice", ":salon.test 482 alice #tea …");
      alice.ask("MODE #tea +a alice", ":salon.test 482 alice #tea …");
    }
  }

  @Test
  void only_so_many_parameters_in_one_line() {
    try (var salon = with("irc.max_modes", 3).start("#tea")) {
      var alice = salon.joined("alice");
      alice.send("MODE #tea +bbbb a!*@* b!*@* c!*@* d!*@*");
      alice.expect(":alice MODE #tea +bbb a!*@* b!*@* c!*@*");
      alice.expectNothing();
    }
  }

  @Test
  void modes_outlive_a_restart_while_somebody_has_a_right_to_them() {
    try (var salon = start()) {
      var alice = salon.member("alice").join("#tea");
      alice.ask("MODE #tea +ms-n", ":alice MODE #tea …");
      alice.ask("MODE #tea +b x!*@*", ":alice MODE #tea +b x!*@*");
      alice.ask("TOPIC #tea :kept", ":alice TOPIC #tea kept");
      salon.restart();
      var again = salon.logIn("alice");
      again.send("JOIN #tea");
      again.expect(":alice JOIN #tea");
      again.expect(":salon.test 332 alice #tea :kept");
      again.until(":salon.test 366 alice #tea …");
      assertThat(again.answer("MODE #tea").getFirst().param(2))
          .contains("m", "s", "t")
          .doesNotContain("n");
      assertThat(again.answer("MODE #tea b").getFirst().param(2)).isEqualTo("x!*@*");
      again.ask(
          "NAMES #tea", ":salon.test 353 alice @ #tea :@alice", ":salon.test 366 alice #tea …");
    }
  }

  @Test
  void people_have_modes_of_their_own() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      alice.ask("MODE alice +i", ":alice MODE alice +i");
      alice.send("MODE alice");
      assertThat(alice.expect(":salon.test 221 alice …").param(1)).contains("i");
      salon.connect("bob").ask("MODE alice -i", ":salon.test 502 bob …");
      alice.ask("MODE alice +o");
      alice.ask("MODE alice +Z", ":salon.test 501 alice …");
    }
  }
}
