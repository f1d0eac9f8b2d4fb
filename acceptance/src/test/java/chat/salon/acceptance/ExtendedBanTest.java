package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bans of accounts, of guests and of realnames, and mutes: IRCv3 account-extban, and what ISUPPORT
/// EXTBAN promises.
class ExtendedBanTest extends Conversation {

  @Test
  void an_account_is_banned_under_any_nick_and_nobody_else_is() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +b a:BOB", ":alice MODE #tea +b a:BOB");
      salon.account("bob");
      salon.logIn("bob").ask("JOIN #tea", ":salon.test 474 bob #tea …");
      salon.account("bobby");
      salon.logIn("bobby").join("#tea");
      alice.expect(":bobby JOIN #tea");
      alice.ask("MODE #tea -b a:bob", ":alice MODE #tea -b a:bob");
    }
  }

  @Test
  void a_guest_is_not_banned_for_the_name_of_an_account() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +b a:bob", ":alice MODE #tea +b a:bob");
      salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      alice.ask("MODE #tea +b U:*!*@*", ":alice MODE #tea +b U:*!*@*");
      salon.connect("carol").ask("JOIN #tea", ":salon.test 474 carol #tea …");
      salon.account("dora");
      salon.logIn("dora").join("#tea");
      alice.expect(":dora JOIN #tea");
    }
  }

  @Test
  void an_account_is_excepted_from_bans_and_let_in_without_an_invitation() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +bi *!*@*", ":alice MODE #tea +bi *!*@*");
      alice.ask("MODE #tea +eI a:bob a:bob", ":alice MODE #tea +eI a:bob a:bob");
      salon.account("bob");
      salon.account("carol");
      salon.logIn("carol").ask("JOIN #tea", ":salon.test 474 carol #tea …");
      salon.logIn("bob").join("#tea");
      alice.expect(":bob JOIN #tea");
    }
  }

  @Test
  void who_is_mute_comes_in_and_does_not_speak() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +b m:bob", ":alice MODE #tea +b m:bob!*@*");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      bob.ask("PRIVMSG #tea :hi", ":salon.test 404 bob #tea …");
      alice.expectNothing();
      alice.ask("MODE #tea +e m:*!*@127.*", ":alice MODE #tea +e m:*!*@127.*");
      bob.expect(":alice MODE #tea +e m:*!*@127.*");
      bob.ask("PRIVMSG #tea :hi again");
      alice.expect(":bob PRIVMSG #tea :hi again");
      alice.ask("MODE #tea +b bob", ":alice MODE #tea +b bob!*@*");
      bob.expect(":alice MODE #tea +b bob!*@*");
      bob.ask("PRIVMSG #tea :and now", ":salon.test 404 bob #tea …"); // a ban is more than a mute
    }
  }

  @Test
  void an_account_is_mute_wherever_it_is_and_still_after_a_restart() {
    try (var salon = start("#tea")) {
      salon.account("alice");
      salon.account("bob");
      var alice = salon.logIn("alice").join("#tea");
      alice.send("PRIVMSG ChanServ :REGISTER #tea");
      alice.ping();
      alice.ask("MODE #tea +b m:a:bob", ":alice MODE #tea +b m:a:bob");
      salon.restart();
      var bob = salon.logIn("bob").join("#tea");
      bob.ask("PRIVMSG #tea :hi", ":salon.test 404 bob #tea …");
      bob.send("MODE #tea +b");
      assertThat(bob.next().param(2)).isEqualTo("m:a:bob");
      bob.expect(":salon.test 368 bob #tea …");
    }
  }

  @Test
  void a_realname_is_banned() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +b r:*sp?m*", ":alice MODE #tea +b r:*sp?m*");
      var bob = salon.connect("bob", "setname");
      bob.send("SETNAME :I SPAM people");
      bob.ping();
      bob.ask("JOIN #tea", ":salon.test 474 bob #tea …");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"+b a:", "+b m:", "+b m:m:bob", "+b m:a:", "+I m:bob"})
  void what_is_no_mask_is_refused(String change) {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea " + change, ":salon.test 696 alice #tea … … …");
    }
  }

  @Test
  void the_server_says_which_there_are() {
    try (var salon = start()) {
      var welcome = salon.dial().welcome("alice").toString();
      assertThat(welcome).contains("EXTBAN=,Uamr", "ACCOUNTEXTBAN=a");
    }
  }
}
