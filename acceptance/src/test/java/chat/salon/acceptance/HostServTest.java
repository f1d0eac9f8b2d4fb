package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// HostServ: accounts are shown under hosts that staff gave them.
class HostServTest extends Conversation {
  private static String said(IrcClient client, String text) {
    return ServiceTalk.told(client, "HostServ", text).toString();
  }

  @Test
  void a_host_is_given_taken_off_and_away_on_any_node() {
    try (var salon = staffed().start()) {
      var oscar = salon.oper("oscar");
      var bob = salon.member("bob", "chghost").join("#tea");
      var alice = salon.connect("alice", "chghost").join("#tea");
      var old = salon.connect("old").join("#tea");
      alice.until(":old JOIN #tea");
      assertThat(said(oscar, "SET bob brewer.tea.example"))
          .isEqualTo("[bob is shown under brewer.tea.example]");
      alice.expect(":bob!~u@127.0.0.1 CHGHOST ~u brewer.tea.example");
      bob.until(":bob!~u@127.0.0.1 CHGHOST ~u brewer.tea.example");
      old.expectNothing();
      assertThat(alice.answer("WHOIS bob").toString()).contains("brewer.tea.example");
      bob.send("PRIVMSG #tea :hello");
      old.expect(":bob!~u@brewer.tea.example PRIVMSG #tea :hello");
      alice.until("PRIVMSG #tea :hello");

      assertThat(said(bob, "STATUS")).isEqualTo("[bob was given brewer.tea.example (on)]");
      assertThat(said(bob, "OFF")).isEqualTo("[You are shown under 127.0.0.1]");
      alice.expect(":bob!~u@brewer.tea.example CHGHOST ~u 127.0.0.1");
      assertThat(said(bob, "ON")).isEqualTo("[You are shown under brewer.tea.example]");
      alice.expect(":bob!~u@127.0.0.1 CHGHOST ~u brewer.tea.example");
      assertThat(said(oscar, "DEL bob")).isEqualTo("[bob is shown under their own host]");
      alice.expect(":bob!~u@brewer.tea.example CHGHOST ~u 127.0.0.1");
      alice.expectNothing();
      assertThat(said(oscar, "DEL bob")).isEqualTo("[bob was given no host]");
      assertThat(said(bob, "ON")).contains("You were given no host");
      assertThat(oscar.answer("AUDIT 10").toString())
          .contains("vhost bob")
          .contains("host=brewer.tea.example")
          .contains("vhost_del bob");
    }
  }

  @Test
  void nobody_finds_out_the_host_behind_it() {
    try (var salon = staffed().start()) {
      var oscar = salon.oper("oscar");
      salon.member("bob").join("#tea");
      var alice = salon.connect("alice", "chghost").join("#tea");
      said(oscar, "SET bob brewer.tea.example");
      alice.until("CHGHOST ~u brewer.tea.example");
      assertThat(alice.answer("WHO bob!*@brewer*").toString()).contains("352");
      alice.ask("WHO bob!*@1*", "315 alice bob!*@1* :…");
    }
  }

  @Test
  void a_login_puts_it_on_and_a_logout_off_and_it_lasts() {
    try (var salon = staffed().start()) {
      var oscar = salon.oper("oscar");
      salon.account("bob");
      said(oscar, "SET bob brewer.tea.example");
      salon.restart();
      var alice = salon.connect("alice", "chghost").join("#tea");
      var bob = salon.logIn("bob").join("#tea");
      assertThat(alice.until(":bob JOIN #tea").getLast().source())
          .isEqualTo("bob!~u@brewer.tea.example");
      bob.send("NS LOGOUT").until("901 … … :…");
      assertThat(alice.until("CHGHOST … …").getLast().param(1)).isEqualTo("127.0.0.1");
      bob.ping();
      bob.send("NS IDENTIFY bob " + TestSalon.PASSWORD).until("900 … … … :…");
      assertThat(alice.until("CHGHOST … …").getLast().param(1)).isEqualTo("brewer.tea.example");
      bob.until("396 … brewer.tea.example :is now your displayed host");
      var program = salon.program("bob");
      program.ask("{'channel_message':'from the web','channel':'#tea'}");
      assertThat(alice.until("PRIVMSG #tea :from the web").getLast().source())
          .isEqualTo("bob!~u@brewer.tea.example");
    }
  }

  @Test
  void bans_hold_in_spite_of_it() {
    try (var salon = staffed().start()) {
      var oscar = salon.oper("oscar");
      var alice = salon.connect("alice").join("#tea");
      var bob = salon.member("bob");
      said(oscar, "SET bob brewer.tea.example");
      bob.until("396 bob brewer.tea.example :…");
      alice.ask("MODE #tea +b *!*@127.0.0.1", ":alice MODE #tea +b *!*@127.0.0.1");
      bob.ask("JOIN #tea", "474 bob #tea …");
      alice.ask("MODE #tea -b *!*@127.0.0.1", ":alice MODE #tea -b …");
      alice.ask("MODE #tea +b *!*@brewer.*", ":alice MODE #tea +b …");
      bob.ask("JOIN #tea", "474 bob #tea …");
      alice.ask("MODE #tea -b *!*@brewer.*", ":alice MODE #tea -b …");
      bob.join("#tea");
      alice.until(":bob JOIN #tea");
      alice.ask("MODE #tea +b *!*@127.0.0.1", ":alice MODE #tea +b …");
      bob.until(":alice MODE #tea +b …");
      bob.ask("PRIVMSG #tea :hello", "404 bob #tea …");
    }
  }

  @Test
  void people_ask_and_staff_answer() {
    try (var salon = staffed().with("vhosts.waiting", 2).start()) {
      var oscar = salon.oper("oscar");
      var bob = salon.member("bob");
      var carol = salon.member("carol");
      var dave = salon.member("dave");
      oscar.ask("HOSTSERV WAITING", ":HostServ NOTICE oscar :Nobody asks for a host");
      assertThat(said(bob, "REQUEST brewer.tea.example")).contains("You have asked for brewer");
      assertThat(said(bob, "REQUEST kettle.tea.example")).contains("You have asked for kettle");
      assertThat(said(carol, "REQUEST carol/coffee")).contains("You have asked for carol/coffee");
      assertThat(said(dave, "REQUEST dave.example")).contains("Too many wait");
      assertThat(said(bob, "STATUS"))
          .contains("bob was given no host")
          .contains("bob asks for kettle.tea.example since");
      assertThat(said(oscar, "WAITING"))
          .contains("bob asks for kettle.tea.example")
          .contains("carol asks for carol/coffee");
      assertThat(said(oscar, "APPROVE bob")).isEqualTo("[bob is shown under kettle.tea.example]");
      bob.until("396 bob kettle.tea.example …");
      assertThat(said(oscar, "APPROVE bob")).isEqualTo("[bob does not ask for a host]");
      assertThat(said(oscar, "REJECT carol rude")).contains("is refused");
      assertThat(said(oscar, "REJECT carol")).isEqualTo("[carol does not ask for a host]");
      assertThat(said(carol, "STATUS")).isEqualTo("[carol was given no host]");
      assertThat(said(oscar, "WAITING")).isEqualTo("[Nobody asks for a host]");
      assertThat(oscar.answer("AUDIT 10").toString())
          .contains("vhost_approve bob")
          .contains("vhost_reject carol");
    }
  }

  @Test
  void what_is_no_host_or_anothers_is_refused() {
    try (var salon = staffed().with("vhosts.longest", 20).start()) {
      var oscar = salon.oper("oscar");
      var hilda = salon.oper("hilda");
      var bob = salon.member("bob");
      for (var bad :
          List.of(
              "a..b",
              ".a",
              "a.",
              "a!b",
              "a@b",
              "a*",
              "a?b",
              "é.example",
              "-a.b",
              "10.0.0.1",
              "::1",
              "2001:db8::1",
              "1.2",
              "bob.account.cloak",
              "CLOAK",
              "services.salon.test",
              "this-is-a-very-long.host")) {
        assertThat(said(oscar, "SET bob " + bad))
            .as(bad)
            .doesNotContain("is shown under")
            .hasSizeGreaterThan(10);
        assertThat(said(bob, "REQUEST " + bad)).as(bad).doesNotContain("You have asked");
      }
      assertThat(said(oscar, "SET nobody a.example")).isEqualTo("[There is no account nobody]");
      assertThat(said(oscar, "SET bob")).contains("Something is missing");
      assertThat(said(hilda, "SET bob a.example")).contains("That is for operators with");
      assertThat(said(bob, "APPROVE bob")).contains("That is for operators with");
      var guest = salon.connect("guest");
      assertThat(said(guest, "ON")).doesNotContain("You are shown");
      assertThat(said(guest, "REQUEST a.example")).doesNotContain("You have asked");
      assertThat(said(guest, "HELP")).doesNotContain("APPROVE").contains("REQUEST");
      assertThat(said(oscar, "HELP")).contains("APPROVE");
    }
  }

  @Test
  void clients_that_do_not_know_chghost_may_see_them_come_in_again() {
    try (var salon = staffed().with("vhosts.fallback", true).start()) {
      var oscar = salon.oper("oscar");
      var bob = salon.member("bob").join("#tea", "#coffee");
      var old = salon.connect("old", "extended-join").join("#tea", "#coffee");
      var fresh = salon.connect("fresh", "chghost").join("#tea");
      old.until(":fresh JOIN #tea * :…");
      bob.until(":fresh JOIN #tea");
      said(oscar, "SET bob brewer.tea.example");
      old.expect(":bob!~u@127.0.0.1 QUIT :Changing host");
      old.expect(":bob!~u@brewer.tea.example JOIN #coffee bob :Real bob");
      old.expect(":salon.test MODE #coffee +o bob");
      old.expect(":bob!~u@brewer.tea.example JOIN #tea bob :Real bob");
      old.expect(":salon.test MODE #tea +o bob");
      old.expectNothing();
      fresh.expect(":bob!~u@127.0.0.1 CHGHOST ~u brewer.tea.example");
      fresh.expectNothing();
      bob.expect("396 bob brewer.tea.example …");
      bob.expectNothing();
    }
  }
}
