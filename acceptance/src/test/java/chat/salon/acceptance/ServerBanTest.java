package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.protect.Deed;
import chat.salon.core.protect.ServerBan;
import chat.salon.core.protect.ServerBan.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Bans from the whole server, and how tightly it is shut: at once, at every door, on every node,
/// and after a restart.
class ServerBanTest {
  private static TestSalon.Setup setup(Layout layout) {
    return layout.setup().staffed();
  }

  // The other nodes hear of it a moment later.
  private static void shut(TestSalon salon, IrcClient oscar, int level) {
    oscar.send("DEFCON " + level);
    oscar.until("NOTICE oscar …");
    var deadline = Instant.now().plusSeconds(10);
    for (int node = 0; node < salon.nodes(); node++) {
      while (salon.salon(node).protection().rules().level() != level) {
        assertThat(Instant.now()).isBefore(deadline);
        Thread.onSpinWait();
      }
    }
  }

  private static void await(TestSalon salon, int bans) {
    var deadline = Instant.now().plusSeconds(10);
    for (int node = 0; node < salon.nodes(); node++) {
      while (salon.salon(node).protection().rules().bans().size() != bans) {
        assertThat(Instant.now()).isBefore(deadline);
        Thread.onSpinWait();
      }
    }
  }

  private static void isRefused(IrcClient client, String nick) {
    client.send("NICK " + nick, "USER u 0 * :Real");
    assertThat(client.until("465 " + nick + " …").toString()).contains("banned");
    client.expectEnd("ERROR …");
  }

  @ParameterizedTest
  @EnumSource
  void a_mask_is_banned_at_once_and_at_the_door_until_it_is_lifted(Layout layout) {
    try (var salon = setup(layout).start()) {
      var oscar = salon.oper("oscar");
      var bob = salon.connect("bob");
      var eve = salon.connect("evelyn");
      oscar.send("KLINE 1h eve*!*@* :no bots here | seen in #tea");
      assertThat(eve.until("465 evelyn …").toString()).contains("no bots here");
      assertThat(eve.expectEnd().toString()).doesNotContain("seen in #tea");
      oscar.until("NOTICE oscar :You have banned …");
      bob.expectNothing();
      await(salon, 1);
      for (int i = 0; i < 3; i++) {
        isRefused(salon.dial(), "eve" + i);
      }
      assertThat(oscar.answer("KLINE").toString())
          .contains("eve*!*@* by oscar")
          .contains("seen in #tea");
      assertThat(oscar.answer("STATS k").toString()).contains("216 oscar K eve*!*@*");
      bob.ask("KLINE", "481 bob …");
      bob.ask("STATS k", "481 bob …", "219 bob k …");
      oscar.send("UNKLINE eve*!*@*");
      oscar.until("NOTICE oscar :The ban of eve*!*@* is lifted");
      await(salon, 0);
      salon.connect("eve4");
      assertThat(oscar.answer("UNKLINE eve*!*@*").toString()).contains("no such ban");
      assertThat(oscar.answer("AUDIT").toString()).contains("ban eve*!*@*").contains("unban eve");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_banned_account_comes_in_at_no_door(Layout layout) {
    try (var salon = setup(layout).start()) {
      var oscar = salon.oper("oscar");
      var jules = salon.newProgram("jules");
      var lea = salon.member("lea");
      salon.account("max");
      oscar.send("UBAN ADD jules :spam", "UBAN ADD lea DURATION 2h spam too", "UBAN ADD max");
      jules.awaitEnd();
      assertThat(lea.until("465 lea …").toString()).contains("spam too");
      assertThat(oscar.answer("UBAN LIST").toString()).contains("jules by").contains("lea by");
      await(salon, 3);
      var again = salon.socket();
      again.expect("welcome");
      var refused = again.answer("{'login':'jules','password':'%s'}".formatted(TestSalon.PASSWORD));
      assertThat(text(refused, "error")).isEqualTo("server_banned");
      // who logs in later is put out then
      var guest = salon.connect("guest");
      guest.send("NICKSERV IDENTIFY max " + TestSalon.PASSWORD);
      guest.until("465 guest …");
      guest.expectEnd();
      oscar.send("UBAN DEL jules");
      oscar.until("NOTICE oscar :The ban of jules is lifted");
      await(salon, 2);
      salon.program("jules");
    }
  }

  @Test
  void an_address_is_banned_but_not_by_mistake() {
    try (var salon = setup(Layout.ONE_NODE).start()) {
      var oscar = salon.oper("oscar");
      assertThat(oscar.answer("DLINE 127.0.0.1").toString()).contains("exempt");
      assertThat(oscar.answer("DLINE 0.0.0.0/0").toString()).contains("exempt");
      assertThat(oscar.answer("DLINE 10.0.0.0/4").toString()).contains("too wide");
      assertThat(oscar.answer("DLINE host.example").toString()).contains("is none");
      assertThat(oscar.answer("DLINE 1.2.3.4/33").toString()).contains("is none");
      assertThat(oscar.answer("KLINE *!*@*").toString()).contains("is none");
      assertThat(oscar.answer("KLINE osc*!*@*").toString()).contains("yourself");
      assertThat(oscar.answer("DLINE 99999w 192.0.2.1").toString()).contains("no duration");
      assertThat(oscar.answer("UBAN ADD 192.0.2.1 DURATION never x").toString())
          .contains("no duration");
      assertThat(oscar.answer("UBAN FLY bob").toString()).contains("ADD, DEL, LIST");
      assertThat(oscar.answer("DLINE 192.0.2.77/24 :a test net").toString())
          .contains("192.0.2.0/24");
      assertThat(oscar.answer("DLINE LIST").toString()).contains("192.0.2.0/24 by oscar");
      assertThat(oscar.answer("STATS d").toString()).contains("225 oscar D 192.0.2.0/24");
      assertThat(oscar.answer("UBAN INFO 192.0.2.0/24").toString()).contains("is banned");
      assertThat(oscar.answer("UBAN INFO oscar").toString()).contains("is connected from");
    }
  }

  @Test
  void a_ban_by_address_is_about_all_doors_and_outlasts_a_restart_but_spares_operators() {
    try (var salon = setup(Layout.ONE_NODE).with("protection.exempt", List.of()).start()) {
      var oscar = salon.oper("oscar");
      var alice = salon.connect("alice");
      var jules = salon.newProgram("jules");
      assertThat(oscar.answer("DLINE 127.0.0.1").toString()).contains("yourself");
      oscar.send("UBAN ADD realname:*TestRealname*");
      oscar.ping();
      salon.chat(oscar).protection().defences().ban(ban("127.0.0.0/8"), deed());
      salon.chat(oscar).protection().defences().ban(ban("::/19"), deed());
      salon.chat(oscar).protection().renew();
      alice.until("465 alice …");
      jules.awaitEnd();
      oscar.expectNothing();
      salon.restart();
      isRefused(salon.dial(), "alice");
    }
  }

  private static ServerBan ban(String range) {
    return new ServerBan(0, Kind.ADDRESS, range, "", null, "test", Instant.now(), null);
  }

  private static Deed deed() {
    return new Deed(Instant.now(), "test", "ban", "here", Map.of());
  }

  @ParameterizedTest
  @EnumSource
  void the_server_is_shut_step_by_step(Layout layout) {
    try (var salon = setup(layout).with("protection.exempt", List.of()).start()) {
      var oscar = salon.oper("oscar");
      var alice = salon.connect("alice");
      var bob = salon.connect("bob");
      salon.account("jules");
      assertThat(oscar.answer("DEFCON").toString()).contains("level is 5");
      assertThat(oscar.answer("DEFCON 6").toString()).contains("from 1 to 5");
      bob.ask("DEFCON 1", "481 bob …");
      shut(salon, oscar, 4);
      assertThat(alice.answer("NICKSERV REGISTER " + TestSalon.PASSWORD).toString())
          .contains("no new accounts");
      alice.send("PRIVMSG bob :still open");
      bob.until(":alice PRIVMSG bob :still open");
      shut(salon, oscar, 3);
      assertThat(alice.answer("PRIVMSG bob :hello").toString()).contains("with an account");
      alice.send("PRIVMSG oscar :help");
      oscar.until(":alice PRIVMSG oscar :help");
      shut(salon, oscar, 2);
      var guest = salon.dial();
      guest.send("NICK guest", "USER u 0 * :Real");
      assertThat(guest.expectEnd().toString()).contains("with an account");
      var jules = salon.logIn("jules");
      shut(salon, oscar, 1);
      var late = salon.dial();
      late.send("NICK late", "USER u 0 * :Real");
      late.expectEnd("ERROR …");
      jules.ping();
      shut(salon, oscar, 5);
      salon.connect("carol");
    }
  }

  @Test
  void people_do_not_hurry() {
    try (var salon =
        setup(Layout.ONE_NODE)
            .with("protection.joins_per_minute", 2)
            .with("protection.nicks_per_minute", 1)
            .with("protection.invites_per_minute", 1)
            .with("protection.targets_per_minute", 1)
            .start()) {
      var alice = salon.connect("alice").join("#a", "#b");
      salon.connect("bob");
      salon.connect("carol");
      assertThat(alice.answer("JOIN #c").toString()).contains("too fast: wait");
      assertThat(alice.answer("INVITE bob #a").toString()).contains("341");
      assertThat(alice.answer("INVITE carol #a").toString()).contains("wait");
      assertThat(alice.answer("PRIVMSG bob :one")).isEmpty();
      assertThat(alice.answer("PRIVMSG bob :two")).isEmpty();
      assertThat(alice.answer("PRIVMSG carol :one").toString()).contains("wait");
      assertThat(alice.answer("NICK alicia").toString()).contains("NICK alicia");
      assertThat(alice.answer("NICK alice").toString()).contains("438").contains("wait");
    }
  }
}
