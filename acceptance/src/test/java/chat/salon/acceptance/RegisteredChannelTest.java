package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A channel that somebody registered lasts, and who belongs to it does so while they are away.
class RegisteredChannelTest extends Conversation {
  private static final int MANY = 64;

  @Test
  void who_comes_back_is_in_it_and_reads_what_was_said() {
    try (var salon = start()) {
      var alice = registered(salon);
      var bob = salon.member("bob").join("#tea");
      alice.expect(":bob JOIN #tea");
      bob.send("QUIT :battery");
      bob.expectEnd();
      alice.expect(":bob QUIT …");
      alice.ask("PRIVMSG #tea :while you were away");

      var again = back(salon, "bob");
      assertThat(again.toString()).contains("JOIN #tea").contains("366 bob #tea");
      alice.expect(":bob JOIN #tea");
      var client = salon.logIn("bob", "batch", "draft/chathistory");
      assertThat(client.answer("CHATHISTORY LATEST #tea * 10").toString())
          .contains("while you were away");
    }
  }

  @Test
  void it_stays_with_all_that_is_set_when_everybody_has_gone_and_over_a_restart() {
    try (var salon = start()) {
      var alice = registered(salon);
      alice.ask("TOPIC #tea :leaves", ":alice TOPIC #tea :leaves");
      alice.ask("MODE #tea +i", ":alice MODE #tea +i");
      alice.send("QUIT :bye");
      alice.expectEnd();
      var stranger = salon.connect("stranger");
      stranger.ask("JOIN #tea", "473 stranger #tea …");
      var about = stranger.answer("CHANSERV INFO #tea").toString();
      assertThat(about)
          .contains("Founder: alice")
          .contains("Topic: leaves")
          .contains("here now: 0");

      salon.restart();
      var welcome = back(salon, "alice");
      assertThat(welcome.toString()).contains("JOIN #tea").contains("332 alice #tea");
      assertThat(welcome)
          .filteredOn(line -> line.command().equals("353"))
          .extracting(line -> line.param(3))
          .containsExactly("~alice");
    }
  }

  @Test
  void who_left_or_was_put_out_stays_away() {
    try (var salon = start()) {
      var alice = registered(salon);
      for (var name : new String[] {"bob", "carol"}) {
        var one = salon.member(name).join("#tea");
        alice.expect(":" + name + " JOIN #tea");
        if (name.equals("bob")) {
          one.ask("PART #tea", ":bob PART #tea");
          alice.expect(":bob PART #tea");
        }
        one.send("QUIT");
        one.expectEnd();
      }
      alice.expect(":carol QUIT …");
      alice.ask("KICK #tea carol :spam", ":alice KICK #tea carol spam");
      assertThat(back(salon, "bob")).extracting(Line::command).doesNotContain("JOIN");
      assertThat(back(salon, "carol")).extracting(Line::command).doesNotContain("JOIN");
      alice.expectNothing();
    }
  }

  @Test
  void who_logs_in_later_is_in_it_too() {
    try (var salon = start()) {
      var alice = registered(salon);
      alice.send("QUIT");
      alice.expectEnd();
      var guest = salon.connect("guest");
      guest.send("PRIVMSG NickServ :IDENTIFY alice " + TestSalon.PASSWORD);
      guest.until("366 alice #tea …");
    }
  }

  @Test
  void nobody_is_joined_where_the_settings_say_no() {
    try (var salon = with("irc.join_own_channels", false).start()) {
      var alice = registered(salon);
      alice.send("QUIT");
      alice.expectEnd();
      assertThat(back(salon, "alice")).extracting(Line::command).doesNotContain("JOIN");
    }
  }

  @Test
  void only_operators_register_and_only_the_founder_drops() {
    try (var salon = start("#tea")) {
      var guest = salon.joined("guest");
      says(guest, "CHANSERV REGISTER #tea", "You must be logged in for that");
      var alice = salon.member("alice").join("#tea");
      guest.expect(":alice JOIN #tea");
      says(alice, "CHANSERV REGISTER #tea", "You're not channel operator");
      guest.send("MODE #tea +o alice");
      guest.expect(":guest MODE #tea +o alice");
      alice.expect(":guest MODE #tea +o alice");
      alice.send("PRIVMSG ChanServ :REGISTER #tea");
      alice.expect(":alice MODE #tea +r");
      alice.expect(":alice MODE #tea +q alice");
      alice.expect(":ChanServ NOTICE alice …");
      guest.expect(":alice MODE #tea +r");
      guest.expect(":alice MODE #tea +q alice");
      alice.ask("MODE #tea -r", "468 alice #tea …");
      says(guest, "CHANSERV DROP #tea", "Only the account that founded #tea may do that");
      var told = alice.answer("CS DROP #tea").getLast().param(1);
      alice.send("CS DROP #tea " + told.substring(told.lastIndexOf(' ') + 1));
      alice.expect(":alice MODE #tea -r");
      alice.expect(":ChanServ NOTICE alice …");
      guest.expect(":alice MODE #tea -r");
      says(alice, "CS DROP #tea", "#tea is not registered");
    }
  }

  @Test
  void of_many_who_register_at_once_one_does() throws InterruptedException {
    try (var salon = start()) {
      var first = salon.member("founder0").join("#tea");
      var all = new ArrayList<IrcClient>();
      all.add(first);
      for (int i = 1; i < MANY; i++) {
        all.add(salon.member("founder" + i).join("#tea"));
        first.send("MODE #tea +o founder" + i);
      }
      first.until(":founder0 MODE #tea +o founder" + (MANY - 1));
      all.forEach(IrcClient::ping);
      var threads =
          all.stream()
              .map(one -> Thread.ofVirtual().start(() -> one.send("CHANSERV REGISTER #tea")))
              .toList();
      for (var thread : threads) {
        thread.join();
      }
      int founders = 0;
      for (var one : all) {
        var notice = one.until(":ChanServ NOTICE " + one.nick() + " …").getLast();
        boolean isFounder = notice.param(1).contains("is yours");
        founders += isFounder ? 1 : 0;
        assertThat(isFounder || notice.param(1).contains("registered already")).isTrue();
      }
      assertThat(founders).isOne();
      var names = first.answer("NAMES #tea").stream().map(Line::toString).toList().toString();
      assertThat(names.chars().filter(c -> c == '~').count()).isOne();
    }
  }

  private static IrcClient registered(TestSalon salon) {
    var alice = salon.member("alice").join("#tea");
    alice.send("CHANSERV REGISTER #tea");
    alice.until(":ChanServ NOTICE alice …");
    return alice;
  }

  private static List<Line> back(TestSalon salon, String account) {
    var client = salon.dial();
    client.send("CAP REQ :sasl", "NICK " + account, "USER u 0 * :Real " + account);
    client.expect("CAP … ACK :sasl");
    client.send("AUTHENTICATE PLAIN");
    client.expect("AUTHENTICATE +");
    client.send("AUTHENTICATE " + Sasl.plain(account, TestSalon.PASSWORD));
    client.until("903 … …");
    client.send("CAP END");
    return client.ping();
  }

  private static void says(IrcClient client, String command, String text) {
    assertThat(client.answer(command)).extracting(line -> line.param(1)).containsExactly(text);
  }
}
