package chat.salon.acceptance;

import static chat.salon.acceptance.ServiceTalk.code;
import static chat.salon.acceptance.ServiceTalk.founder;
import static chat.salon.acceptance.ServiceTalk.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What services do for those who talk to them.
class ServicesTest extends Conversation {

  @ParameterizedTest
  @ValueSource(strings = {"NickServ", "ChanServ", "HistServ", "HostServ"})
  void they_explain_themselves_in_two_languages(String service) {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      var english = told(alice, service, "HELP");
      var french = told(alice, service, "AIDE");
      assertThat(english).hasSameSizeAs(french).hasSizeGreaterThan(3);
      assertThat(french.getLast()).contains("AIDE [<commande>]");
      var command = english.get(1).strip().split("[ :]")[0];
      assertThat(told(alice, service, "HELP " + command)).containsExactly(english.get(1).strip());
      assertThat(told(alice, service, "AIDE " + command)).containsExactly(french.get(1).strip());
      assertThat(told(alice, service, "BREW"))
          .containsExactly("I cannot do that. Say HELP to learn what I can do.");
    }
  }

  @Test
  void ranks_are_given_to_those_who_are_away() {
    try (var salon = start()) {
      var alice = founder(salon, "alice", "#tea");
      var bob = salon.member("bob").join("#tea");
      alice.expect(":bob JOIN #tea");
      bob.send("QUIT");
      bob.expectEnd();
      alice.expect(":bob QUIT …");
      assertThat(told(alice, "ChanServ", "AMODE #tea +ov bob"))
          .containsExactly("The ranks of bob are changed");
      assertThat(told(alice, "ChanServ", "AMODE #tea")).contains("+qo alice", "+ov bob");
      salon.restart();
      var again = salon.logIn("bob");
      assertThat(again.answer("NAMES #tea").toString()).contains("@bob");
      assertThat(told(again, "ChanServ", "DEOP #tea"))
          .containsExactly("bob does not have +o on #tea");
      assertThat(told(again, "ChanServ", "OP #tea")).containsExactly("You're not channel operator");
      assertThat(told(again, "ChanServ", "AMODE #tea +o nobody")).hasSize(1);
    }
  }

  @Test
  void nobody_is_told_that_what_was_refused_was_done() {
    try (var salon = start()) {
      var alice = founder(salon, "alice", "#tea");
      var bob = salon.member("bob").join("#tea");
      alice.expect(":bob JOIN #tea");
      assertThat(told(bob, "ChanServ", "AMODE #tea +qo bob").toString())
          .doesNotContain("are changed");
      assertThat(told(alice, "ChanServ", "AMODE #tea").toString()).doesNotContain("bob");
    }
  }

  @Test
  void a_rank_needs_somebody_who_belongs_there() {
    try (var salon = start()) {
      var alice = founder(salon, "alice", "#tea");
      salon.account("carol");
      assertThat(told(alice, "ChanServ", "OP #tea carol").getFirst()).contains("aren't on that");
      assertThat(told(alice, "ChanServ", "AMODE #tea +x carol").getFirst())
          .startsWith("That is not clear");
    }
  }

  @Test
  void a_channel_is_given_to_another_and_stays_theirs() {
    try (var salon = start()) {
      var alice = founder(salon, "alice", "#tea");
      var bob = salon.member("bob").join("#tea");
      alice.expect(":bob JOIN #tea");
      assertThat(told(bob, "ChanServ", "TRANSFER #tea bob 000000").getFirst())
          .contains("only they can give it back");
      var code = code(told(alice, "ChanServ", "TRANSFER #tea bob"));
      alice.send("ChanServ TRANSFER #tea bob " + code);
      alice.until(":ChanServ NOTICE alice :#tea is bob's now");
      bob.expect(":bob MODE #tea +r");
      bob.expect(":bob MODE #tea +qa-q bob alice alice");
      salon.restart();
      var owner = salon.logIn("bob");
      assertThat(owner.answer("NAMES #tea").toString()).contains("~bob");
      assertThat(told(owner, "ChanServ", "INFO #tea").toString()).contains("Founder: bob");
      var former = salon.logIn("alice");
      assertThat(told(former, "ChanServ", "DROP #tea").getFirst()).contains("Only the account");
    }
  }

  @Test
  void a_channel_is_not_given_to_a_stranger() {
    try (var salon = start()) {
      var alice = founder(salon, "alice", "#tea");
      salon.account("carol");
      var code = code(told(alice, "ChanServ", "TRANSFER #tea carol"));
      assertThat(told(alice, "ChanServ", "TRANSFER #tea carol " + code).getFirst())
          .contains("does not belong to #tea");
    }
  }

  @Test
  void lists_and_people_are_cleared() {
    try (var salon = start()) {
      var alice = founder(salon, "alice", "#tea");
      var bob = salon.connect("bob").join("#tea");
      alice.expect(":bob JOIN #tea");
      alice.ask("MODE #tea +b x!*@*", ":alice MODE #tea +b x!*@*");
      bob.expect(":alice MODE #tea +b x!*@*");
      assertThat(told(bob, "ChanServ", "CLEAR #tea BANS").getFirst()).contains("operator");
      alice.send("ChanServ CLEAR #tea BANS");
      alice.until(":ChanServ NOTICE alice :#tea is cleared of it");
      bob.expect(":alice MODE #tea -b x!*@*");
      alice.send("ChanServ CLEAR #tea USERS");
      alice.until(":ChanServ NOTICE alice :People who are out of #tea now: 1");
      bob.expect(":alice KICK #tea bob …");
    }
  }

  @Test
  void a_key_is_told_to_operators_only() {
    try (var salon = start()) {
      var alice = founder(salon, "alice", "#tea");
      alice.ask("MODE #tea +k sesame", ":alice MODE #tea +k …");
      assertThat(told(alice, "ChanServ", "GETKEY #tea").getFirst()).contains("sesame");
      var bob = salon.connect("bob");
      assertThat(told(bob, "ChanServ", "GETKEY #tea").toString()).doesNotContain("sesame");
    }
  }

  @Test
  void a_new_password_logs_everything_else_out() {
    try (var salon = start()) {
      var alice = salon.member("alice");
      var other = salon.logIn("alice");
      assertThat(told(alice, "NickServ", "PASSWD wrong a-much-better-one").toString())
          .doesNotContain("is changed");
      assertThat(told(alice, "NickServ", "PASSWD " + TestSalon.PASSWORD + " a-much-better-one"))
          .containsExactly("Your password is changed; everywhere else you are logged out");
      other.expectEnd();
      var again = salon.dial();
      again.logIn("alice", "a-much-better-one");
    }
  }

  @Test
  void a_ghost_is_ended_from_another_connection() {
    try (var salon = start()) {
      var alice = salon.member("alice");
      var ghost = salon.logIn("alice");
      var bob = salon.member("bob");
      assertThat(told(bob, "NickServ", "GHOST alice")).containsExactly("alice is not yours");
      assertThat(told(alice, "NickServ", "GHOST alice"))
          .containsExactly("Your other connections are ended");
      ghost.expectEnd();
      alice.expectNothing();
    }
  }

  @Test
  void history_is_told_and_deleted_without_any_capability() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice", "#tea");
      alice.ask("PRIVMSG #tea :first");
      alice.ask("PRIVMSG #tea :second");
      assertThat(told(alice, "HistServ", "PLAY #tea").toString())
          .contains("<alice> first")
          .contains("<alice> second");
      assertThat(told(alice, "HistServ", "PLAY #tea 1")).hasSize(2);
      assertThat(told(alice, "HistServ", "PLAY #tea x").getFirst()).startsWith("That is not clear");
      assertThat(told(alice, "HistServ", "DELETE #tea none").getFirst())
          .contains("no such message");
      var stranger = salon.connect("mallory");
      assertThat(told(stranger, "HistServ", "PLAY #tea").toString()).doesNotContain("first");
    }
  }
}
