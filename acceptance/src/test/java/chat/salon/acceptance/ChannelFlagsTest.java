package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What the flags of a channel keep out, and whom they let see what.
class ChannelFlagsTest extends Conversation {

  @Test
  void without_ctcp_only_actions_come_through() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      alice.ask("MODE #tea +C", ":alice MODE #tea +C");
      bob.expect(":alice MODE #tea +C");
      bob.ask("PRIVMSG #tea :\u0001PING 1\u0001", ":salon.test 404 bob #tea …");
      bob.ask("PRIVMSG #tea :\u0001ACTIONS\u0001", ":salon.test 404 bob #tea …");
      alice.ask("PRIVMSG #tea :\u0001VERSION\u0001", ":salon.test 404 alice #tea …");
      bob.ask("NOTICE #tea :\u0001PING 1\u0001");
      bob.ask("PRIVMSG #tea :\u0001ACTION waves\u0001");
      alice.expect(":bob PRIVMSG #tea :\u0001ACTION waves\u0001");
      alice.expectNothing();
    }
  }

  @Test
  void only_accounts_come_in_but_for_who_is_invited() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +R", ":alice MODE #tea +R");
      var bob = salon.connect("bob");
      bob.ask("JOIN #tea", ":salon.test 477 bob #tea …");
      alice.send("INVITE bob #tea");
      alice.ping();
      bob.expect(":alice INVITE bob #tea");
      bob.join("#tea");
      alice.expect(":bob JOIN #tea");
      salon.account("carol");
      salon.logIn("carol").join("#tea");
      alice.expect(":carol JOIN #tea");
    }
  }

  @Test
  void only_accounts_speak_but_for_who_has_a_voice() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      alice.ask("MODE #tea +M", ":alice MODE #tea +M");
      bob.expect(":alice MODE #tea +M");
      bob.ask("PRIVMSG #tea :hi", ":salon.test 404 bob #tea …");
      alice.ask("MODE #tea +v bob", ":alice MODE #tea +v bob");
      bob.expect(":alice MODE #tea +v bob");
      bob.ask("PRIVMSG #tea :hi");
      alice.expect(":bob PRIVMSG #tea hi");
      salon.account("carol");
      var carol = salon.logIn("carol").join("#tea");
      alice.expect(":carol JOIN #tea");
      bob.expect(":carol JOIN #tea");
      carol.ask("PRIVMSG #tea :hello");
      alice.expect(":carol PRIVMSG #tea hello");
    }
  }

  @Test
  void what_is_said_without_a_rank_is_for_the_team() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.connect("bob", "echo-message").join("#tea");
      alice.expect(":bob JOIN #tea");
      var carol = salon.joined("carol");
      alice.expect(":carol JOIN #tea");
      bob.expect(":carol JOIN #tea");
      alice.ask("MODE #tea +Um", ":alice MODE #tea +Um");
      bob.expect(":alice MODE #tea +Um");
      carol.expect(":alice MODE #tea +Um");
      bob.ask("PRIVMSG #tea :psst", ":bob PRIVMSG #tea psst");
      alice.expect(":bob PRIVMSG #tea psst");
      carol.expectNothing();
      alice.ask("MODE #tea +v bob", ":alice MODE #tea +v bob");
      bob.expect(":alice MODE #tea +v bob");
      carol.expect(":alice MODE #tea +v bob");
      bob.ask("PRIVMSG #tea :hi", ":bob PRIVMSG #tea hi");
      carol.expect(":bob PRIVMSG #tea hi");
      alice.expect(":bob PRIVMSG #tea hi");
    }
  }

  @Test
  void outsiders_do_not_find_a_private_channel_and_enter_it() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +p", ":alice MODE #tea +p");
      var bob = salon.connect("bob");
      assertThat(bob.answer("LIST").toString()).doesNotContain("#tea");
      assertThat(bob.answer("LIST #tea").toString()).doesNotContain("322");
      assertThat(bob.answer("WHOIS alice").toString()).doesNotContain("#tea");
      assertThat(bob.answer("WHO #tea").toString()).doesNotContain("alice");
      bob.ask("NAMES #tea", ":salon.test 366 bob #tea …");
      assertThat(alice.answer("WHOIS alice").toString()).contains("#tea");
      bob.join("#tea");
      alice.expect(":bob JOIN #tea");
      assertThat(bob.answer("LIST").toString()).contains("#tea");
      bob.ask("NAMES #tea", ":salon.test 353 bob * #tea …", ":salon.test 366 bob #tea …");
    }
  }

  @Test
  void a_permanent_channel_stays_as_the_staff_wants_it() {
    try (var salon = start()) {
      salon.account("oscar");
      var oscar = salon.logIn("oscar");
      oscar.join("#tea");
      oscar.ask("MODE #tea +P", ":salon.test 481 oscar …");
      oscar.send("PRIVMSG NickServ :ADMIN " + salon.administratorCode());
      oscar.ping();
      oscar.ask("MODE #tea +P", ":oscar MODE #tea +P");
      oscar.ask("TOPIC #tea :for ever", ":oscar TOPIC #tea :for ever");
      oscar.ask("PART #tea", ":oscar PART #tea");
      salon.restart();
      var bob = salon.connect("bob");
      bob.send("JOIN #tea");
      bob.expect(":bob JOIN #tea");
      bob.expect(":salon.test 332 bob #tea :for ever");
      bob.until(":salon.test 366 bob #tea …");
      assertThat(bob.answer("NAMES #tea").toString()).doesNotContain("@bob");
    }
  }

  @Test
  void who_wants_no_names_gets_none_until_they_ask() {
    try (var salon = start("#tea")) {
      salon.joined("alice");
      var bob = salon.connect("bob", "no-implicit-names");
      bob.ask("JOIN #tea", ":bob JOIN #tea");
      bob.ask("NAMES #tea", ":salon.test 353 bob = #tea …", ":salon.test 366 bob #tea …");
    }
  }
}
