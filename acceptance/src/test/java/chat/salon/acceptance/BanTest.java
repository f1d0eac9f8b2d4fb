package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A ban is for good or for a time, and the same at every door.
class BanTest extends Conversation {
  @Test
  void a_ban_for_a_time_is_lifted_by_the_server() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      alice.send("PRIVMSG ChanServ :BAN #tea bob 2s too much sugar");
      alice.expect(":alice MODE #tea +b bob!*@*");
      alice.expect(":alice KICK #tea bob :too much sugar");
      alice.expect(":ChanServ NOTICE alice :bob is banned from #tea for 2s");
      bob.expect(":alice MODE #tea +b bob!*@*");
      bob.expect(":alice KICK #tea bob :too much sugar");
      bob.ask("JOIN #tea", ":salon.test 474 bob #tea …");
      alice.expect(":salon.test MODE #tea -b bob!*@*");
      bob.join("#tea");
      alice.expect(":bob JOIN #tea");
    }
  }

  @Test
  void all_doors_ban_and_see_the_same() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'create':'#tea'}");
      var alice = salon.member("alice").join("#tea");
      var bob = salon.connect("bob").join("#tea");
      alice.expect(":bob JOIN #tea");

      var told = jules.ask("{'command':'/ban bob 7d spam','channel':'#tea'}");
      assertThat(told.path("text").path(0).asString()).contains("7d");
      for (var reader : List.of(alice, bob)) {
        reader.expect(":jules MODE #tea +b bob!*@*");
        reader.expect(":jules KICK #tea bob spam");
      }
      jules.ask("{'ban':'*!*@spam.example','channel':'#tea'}");
      alice.expect(":jules MODE #tea +b *!*@spam.example");

      var bans = jules.ask("{'bans':'#tea'}").path("bans");
      assertThat(bans.valueStream().map(ban -> text(ban, "mask")))
          .containsExactly("bob!*@*", "*!*@spam.example");
      assertThat(text(bans.path(0), "reason")).isEqualTo("spam");
      assertThat(text(bans.path(0), "until")).isNotEmpty();
      assertThat(bans.path(1).path("until").isNull()).isTrue();
      assertThat(jules.ask("{'command':'bans','channel':'#tea'}").toString())
          .contains("bob!*@* ")
          .contains("spam");
      assertThat(alice.answer("MODE #tea b").toString())
          .contains("367 alice #tea bob!*@* jules!")
          .contains("368 alice #tea");

      jules.ask("{'command':'unban bob','channel':'#tea'}");
      alice.expect(":jules MODE #tea -b bob!*@*");
      bob.join("#tea");
      alice.expect(":bob JOIN #tea");
    }
  }

  @Test
  void a_bad_duration_and_a_bad_name_are_refused_at_every_door() {
    try (var salon = start()) {
      var jules = salon.newProgram("jules");
      jules.ask("{'join':'#tea'}");
      var alice = salon.joined("alice", "#tea");
      for (var bad : List.of("7x", "0m", "-5m", "99999w", "1,5h", "2nd")) {
        var refused = jules.answer("{'command':'ban alice %s','channel':'#tea'}".formatted(bad));
        assertThat(text(refused, "error")).as(bad).isEqualTo("bad_duration");
        assertThat(text(refused, "message")).contains(bad).contains("30m");
        alice.send("CHANSERV BAN #tea jules " + bad + " spam");
        var notice = alice.next();
        assertThat(notice.param(1)).contains(bad + " is no duration").contains("30m, 1h, 7d or 4w");
      }
      var unnamed = jules.answer("{'command':'ban two,names','channel':'#tea'}");
      assertThat(text(unnamed, "error")).isEqualTo("no_such_user");
      assertThat(jules.ask("{'bans':'#tea'}").path("bans")).isEmpty();
      alice.expectNothing();
    }
  }

  @Test
  void only_who_could_put_somebody_out_bans_them() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      bob.send("CS BAN #tea alice 1h");
      bob.expect(":ChanServ NOTICE bob :You're not channel operator");
      alice.ask("MODE #tea +h bob", ":alice MODE #tea +h bob");
      bob.expect(":alice MODE #tea +h bob");
      bob.send("CS BAN #tea alice 1h");
      bob.expect(":ChanServ NOTICE bob :You're not channel operator");
      alice.expectNothing();
      bob.send("CS BAN #tea carol 1h", "CS UNBAN #tea carol");
      alice.expect(":bob MODE #tea +b carol!*@*");
      alice.expect(":bob MODE #tea -b carol!*@*");
    }
  }

  @Test
  void a_later_ban_changes_when_an_earlier_one_ends() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      for (var words : List.of("bob 1h", "bob 1s")) {
        alice.send("CHANSERV BAN #tea " + words);
        alice.expect(":alice MODE #tea +b bob!*@*");
        alice.expect(":ChanServ NOTICE alice …");
      }
      alice.expect(":salon.test MODE #tea -b bob!*@*");
      alice.ask("MODE #tea b", ":salon.test 368 alice #tea …");
    }
  }

  @Test
  void a_ban_goes_on_over_a_restart_and_ends_while_the_server_is_down() {
    var clock = new TestClock();
    try (var salon = layout.setup().clock(clock).start()) {
      var alice = salon.member("alice").join("#tea");
      alice.send("CHANSERV REGISTER #tea");
      alice.until(":ChanServ NOTICE alice …");
      alice.send("CHANSERV BAN #tea bob 1h spam", "CHANSERV BAN #tea carol");
      alice.until(":ChanServ NOTICE alice :carol is banned …");

      clock.advance(Duration.ofMinutes(30));
      salon.restart();
      var bob = salon.connect("bob");
      bob.ask("JOIN #tea", ":salon.test 474 bob #tea …");

      clock.advance(Duration.ofMinutes(31));
      salon.restart();
      salon.connect("bob").join("#tea");
      salon.connect("carol").ask("JOIN #tea", ":salon.test 474 carol #tea …");
    }
  }
}
