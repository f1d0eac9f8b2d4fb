package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static chat.salon.acceptance.ServiceTalk.code;
import static chat.salon.acceptance.ServiceTalk.founder;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What ChanServ does about channels beside their ranks: lists, closes and ends them.
class ChannelServiceTest extends Conversation {

  private static List<String> said(IrcClient client, String text) {
    return ServiceTalk.told(client, "ChanServ", text);
  }

  @Test
  void the_list_shows_what_everybody_may_know_and_staff_all_of_it() {
    try (var salon = staffed().start()) {
      var alice = founder(salon, "alice", "#open", "#tea-private", "#tea-secret", "#tea");
      alice.send("MODE #tea-private +p", "MODE #tea-secret +s", "TOPIC #tea :all about leaves");
      alice.ping();
      salon.joined("guest", "#unregistered");
      var bob = salon.connect("bob");
      var all = said(bob, "LIST");
      assertThat(all).hasSize(3);
      assertThat(all.get(0)).startsWith("#open · members: 1");
      assertThat(all.get(1)).isEqualTo("#tea · members: 1 · all about leaves");
      assertThat(all.get(2)).isEqualTo("Channels: 2");
      assertThat(said(bob, "LIST #tea*")).hasSize(2);
      assertThat(said(bob, "LIST #nothing?")).containsExactly("Channels: 0");
      assertThat(said(bob, "LIST #tea-secret")).containsExactly("Channels: 0");
      var oscar = salon.oper("oscar");
      assertThat(said(oscar, "LIST #T*").toString())
          .contains("#tea-private · members: 1 · private")
          .contains("#tea-secret · members: 1 · secret")
          .contains("Channels: 3");
      assertThat(said(oscar, "INFO #tea-secret").toString()).contains("Founder: alice");
      assertThat(said(bob, "INFO #tea-secret").toString()).contains("No such channel");
      salon.restart();
      assertThat(said(salon.connect("bob"), "LIST *")).hasSize(3);
    }
  }

  @Test
  void commands_are_said_to_it_too_with_the_same_rights() {
    try (var salon = start("#tea")) {
      var alice = founder(salon, "alice", "#tea");
      var bob = salon.joined("bob", "#tea");
      alice.expect(":bob JOIN #tea");
      var carol = salon.connect("carol");
      bob.ask("CS KICK #tea alice", "482 bob #tea …");
      alice.ask("CS TOPIC #tea all about tea", ":alice TOPIC #tea :all about tea");
      bob.expect(":alice TOPIC #tea :all about tea");
      bob.ask("CS TOPIC #tea", "332 bob #tea :all about tea", "333 bob #tea … …");
      alice.ask("CS INVITE #tea carol", "341 alice carol #tea");
      carol.expect(":alice INVITE carol #tea");
      alice.ask("CS MODE #tea +v bob", ":alice MODE #tea +v bob");
      bob.expect(":alice MODE #tea +v bob");
      alice.ask("CS KICK #tea bob time to go", ":alice KICK #tea bob :time to go");
      bob.expect(":alice KICK #tea bob :time to go");
      assertThat(said(alice, "KICK #tea").getFirst()).startsWith("Something is missing: KICK");
      alice.ask("CS KICK nowhere bob", "403 alice nowhere …");
      alice.ask("CS INVITE #tea nobody", "401 alice nobody …");
    }
  }

  @Test
  void a_suspended_channel_is_shut_until_it_is_opened_and_nothing_of_it_is_lost() {
    try (var salon = staffed().start()) {
      var alice = founder(salon, "alice", "#tea");
      alice.ask("TOPIC #tea :leaves", ":alice TOPIC #tea :leaves");
      var bob = salon.member("bob").join("#tea");
      alice.expect(":bob JOIN #tea");
      alice.ask("MODE #tea +o bob", ":alice MODE #tea +o bob");
      bob.expect(":alice MODE #tea +o bob");
      var hilda = salon.oper("hilda");
      assertThat(said(alice, "SUSPEND #tea"))
          .containsExactly("That is for operators with the privilege channels");
      assertThat(said(hilda, "SUSPEND #tea"))
          .containsExactly("That is for operators with the privilege channels");
      var oscar = salon.oper("oscar");
      assertThat(said(oscar, "SUSPEND #tea 3y spam").getFirst()).contains("3y");
      assertThat(said(oscar, "SUSPEND tea").getFirst()).contains("No such channel");
      assertThat(said(oscar, "SUSPEND #tea 7d too much spam").getLast())
          .contains("#tea is closed · suspended by oscar")
          .contains("until")
          .endsWith("too much spam");
      bob.until("KICK #tea bob :This channel is closed: too much spam");
      alice.until("KICK #tea alice :This channel is closed: too much spam");
      alice.ask("JOIN #tea", "448 alice #tea :#tea is closed until …");
      bob.ask("PRIVMSG #tea :hi", "448 bob #tea …");
      bob.ask("TOPIC #tea :mine", "448 bob #tea …");
      oscar.ask("JOIN #tea", "448 oscar #tea …");
      var dora = salon.connect("dora");
      soon(dora, "JOIN #tea", "448 dora #tea");
      var program = salon.program("bob");
      assertThat(text(program.answer("{'join':'#tea'}"), "error")).isEqualTo("channel_closed");
      assertThat(said(alice, "INFO #tea").getLast()).startsWith("Closed: suspended by oscar");
      assertThat(said(salon.connect("carol"), "LIST #tea")).containsExactly("Channels: 0");
      assertThat(said(oscar, "SUSPEND LIST").getFirst()).startsWith("#tea · suspended by oscar");
      assertThat(said(oscar, "PURGE DEL #tea")).containsExactly("#tea is not purged");

      salon.restart();
      var again = salon.logIn("bob");
      again.ask("JOIN #tea", "448 bob #tea …");
      var staff = salon.oper("oscar");
      assertThat(staff.answer("AUDIT 9").toString())
          .contains("suspend_channel #tea")
          .contains("reason=too much spam");
      assertThat(said(staff, "UNSUSPEND #tea").getLast()).isEqualTo("#tea is open again");
      assertThat(said(staff, "UNSUSPEND #tea")).containsExactly("#tea is not suspended");
      soon(again, "JOIN #tea", "366 bob #tea");
      assertThat(again.answer("NAMES #tea").toString()).contains("@bob");
      assertThat(again.answer("TOPIC #tea").toString()).contains("leaves");
      assertThat(said(again, "INFO #tea").toString()).contains("Founder: alice");
    }
  }

  @Test
  void a_suspension_ends_by_itself() {
    var clock = new TestClock();
    try (var salon = staffed().clock(clock).start()) {
      var alice = founder(salon, "alice", "#tea");
      var oscar = salon.oper("oscar");
      said(oscar, "SUSPEND #tea 400d");
      alice.until("KICK #tea alice :This channel is closed");
      alice.ask("JOIN #tea", "448 alice #tea …");
      clock.advance(Duration.ofDays(401));
      alice.join("#tea");
    }
  }

  @Test
  void a_purged_channel_is_gone_and_nobody_makes_it_anew() {
    try (var salon = staffed().start()) {
      var alice = founder(salon, "alice", "#warez");
      alice.ask("MODE #warez +s", ":alice MODE #warez +s");
      var oscar = salon.oper("oscar");
      assertThat(said(oscar, "PURGE").getFirst()).startsWith("Something is missing");
      assertThat(said(oscar, "PURGE ADD").getFirst()).startsWith("That is not clear");
      assertThat(said(oscar, "PURGE BREW #warez").getFirst()).startsWith("That is not clear");
      assertThat(said(oscar, "PURGE ADD #~group").getFirst()).contains("groups");
      assertThat(said(oscar, "PURGE ADD #warez not here").getLast())
          .contains("#warez is closed · purged by oscar");
      alice.until("KICK #warez alice :This channel is closed: not here");
      alice.ask("JOIN #Warez", "448 alice #warez …");
      assertThat(said(alice, "INFO #warez").toString()).contains("No such channel");
      assertThat(said(oscar, "INFO #warez").toString()).contains("Closed: purged by oscar");
      said(oscar, "PURGE ADD #empty");
      soon(alice, "JOIN #empty", "448 alice #empty");
      alice.join("#lobby").ask("RENAME #lobby #empty", "448 alice #empty …");
      var program = salon.program("alice");
      assertThat(text(program.answer("{'create':'#empty'}"), "error")).isEqualTo("channel_closed");

      salon.restart();
      var again = salon.logIn("alice");
      again.ask("JOIN #warez", "448 alice #warez …");
      var staff = salon.oper("oscar");
      assertThat(said(staff, "PURGE LIST")).hasSize(2);
      said(staff, "PURGE DEL #warez");
      soon(again, "JOIN #warez", "366 alice #warez");
      assertThat(again.answer("MODE #warez").toString()).contains("+nt");
    }
  }

  @Test
  void a_channel_is_dropped_when_the_code_is_repeated() {
    try (var salon = staffed().start()) {
      var alice = founder(salon, "alice", "#tea", "#coffee");
      var bob = salon.connect("bob");
      assertThat(said(bob, "DROP #tea").getFirst()).contains("Only the account");
      assertThat(said(bob, "DROP #nowhere").getFirst()).contains("No such channel");
      assertThat(said(alice, "DROP #tea 123").getFirst()).contains("ends that #tea lasts");
      var code = code(said(alice, "DROP #tea"));
      assertThat(said(alice, "DROP #coffee " + code).getFirst()).contains("#coffee lasts");
      alice.send("CS DROP #tea " + code);
      alice.until(":alice MODE #tea -r");
      assertThat(said(alice, "DROP #tea").getFirst()).contains("is not registered");
      var oscar = salon.oper("oscar");
      said(oscar, "DROP #coffee " + code(said(oscar, "DROP #coffee")));
      alice.until(":oscar MODE #coffee -r");
      assertThat(oscar.answer("AUDIT 3").toString()).contains("drop_channel #coffee");
    }
  }

  // Other nodes learn of it a moment later.
  private static void soon(IrcClient client, String command, String answer) {
    for (int i = 0; i < 1000; i++) {
      if (client.answer(command).toString().contains(answer)) {
        return;
      }
    }
    throw client.failure("no " + answer);
  }
}
