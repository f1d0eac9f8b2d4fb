package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.bouncer.BouncerSettings.Policy;
import chat.salon.wire.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who stays while no connection of theirs is open.
class AlwaysOnTest extends Conversation {

  @Test
  void who_says_so_stays_and_comes_back_to_where_they_were() {
    try (var salon = start("#tea")) {
      var bob = salon.connect("bob", "away-notify").join("#tea");
      var alice = staying(salon, "alice");
      alice.join("#tea");
      bob.expect(":alice JOIN #tea");
      bob.ask("MODE #tea +v alice", ":bob MODE #tea +v alice");
      leave(alice);
      bob.expect(":alice AWAY Idle");
      bob.ask("PRIVMSG alice :are you there?", "301 bob alice Idle");
      assertThat(names(bob)).containsExactlyInAnyOrder("@bob", "+alice");

      var again = salon.logIn("alice");
      assertThat(names(again)).containsExactlyInAnyOrder("@bob", "+alice");
      bob.expect(":alice AWAY");
      bob.ask("PRIVMSG #tea :welcome back");
      again.until(":bob PRIVMSG #tea :welcome back");
      bob.expectNothing();
    }
  }

  @Test
  void who_stays_is_in_their_channels_after_a_restart_before_they_come() {
    try (var salon = start()) {
      var alice = staying(salon, "alice");
      alice.join("#tea", "#coffee");
      alice.ask("MODE #coffee +k secret", ":alice MODE #coffee +k secret");
      salon.restart();
      var bob = salon.connect("bob").join("#tea");
      assertThat(names(bob)).containsExactlyInAnyOrder("@alice", "bob");
      bob.ask("PRIVMSG alice :good morning", "301 bob alice Idle");
      bob.ask("JOIN #coffee", "475 bob #coffee …");
      var again = salon.logIn("alice", "batch", "draft/chathistory", "message-tags");
      assertThat(again.answer("CHATHISTORY LATEST bob * 5").toString()).contains("good morning");
      assertThat(again.answer("NAMES #coffee").getFirst().param(3)).isEqualTo("@alice");
    }
  }

  @Test
  void who_stays_no_longer_goes_with_the_last_connection() {
    try (var salon = start("#tea")) {
      var bob = salon.joined("bob", "#tea");
      var alice = staying(salon, "alice").join("#tea");
      bob.expect(":alice JOIN #tea");
      leave(alice);
      var again = salon.logIn("alice");
      again.send("PRIVMSG NickServ :SET always-on off");
      again.until(":NickServ NOTICE alice :always-on: off (now off)");
      salon.bringBack();
      leave(again);
      bob.until(":alice QUIT …");
      salon.bringBack();
      assertThat(names(bob)).containsExactly("@bob");
    }
  }

  @Test
  void the_policy_of_the_server_comes_first() {
    try (var salon = with("bouncer.always_on", Policy.OFF).start("#tea")) {
      var bob = salon.joined("bob", "#tea");
      var alice = salon.member("alice", "draft/persistence").join("#tea");
      bob.expect(":alice JOIN #tea");
      alice.ask("PERSISTENCE SET ON", "PERSISTENCE STATUS ON OFF");
      leave(alice);
      bob.until(":alice QUIT …");
    }
    try (var salon = with("bouncer.always_on", Policy.OPT_OUT).start("#tea")) {
      var bob = salon.connect("bob", "away-notify").join("#tea");
      var alice = salon.member("alice").join("#tea");
      bob.expect(":alice JOIN #tea");
      leave(alice);
      bob.until(":alice AWAY Idle");
      assertThat(names(bob)).containsExactlyInAnyOrder("@bob", "alice");
    }
  }

  @Test
  void persistence_is_told_and_said() {
    try (var salon = start()) {
      var guest = salon.connect("guest", "draft/persistence", "standard-replies");
      guest.ask("PERSISTENCE GET", "FAIL PERSISTENCE ACCOUNT_REQUIRED …");
      var phone = salon.member("alice", "draft/persistence", "standard-replies");
      phone.ask("PERSISTENCE GET", "PERSISTENCE STATUS DEFAULT OFF");
      phone.ask("PERSISTENCE SET", "FAIL PERSISTENCE INVALID_PARAMS …");
      phone.ask("PERSISTENCE SET PERHAPS", "FAIL PERSISTENCE INVALID_PARAMS …");
      phone.ask("PERSISTENCE FORGET", "FAIL PERSISTENCE INVALID_PARAMS …");
      phone.ask("PERSISTENCE SET on", "PERSISTENCE STATUS ON ON");
      phone.ask("PERSISTENCE SET DEFAULT", "PERSISTENCE STATUS DEFAULT OFF");
    }
  }

  @Test
  void a_second_connection_is_refused_to_who_wants_only_one() {
    try (var salon = start()) {
      var phone = salon.member("alice");
      phone.send("NS SET multiclient off");
      phone.until(":NickServ NOTICE alice :multiclient: off (now off)");
      var laptop = salon.dial();
      laptop.send("CAP REQ :sasl", "NICK alice", "USER u 0 * :Real alice");
      laptop.expect("CAP … ACK :sasl");
      laptop.send("AUTHENTICATE PLAIN");
      laptop.expect("AUTHENTICATE +");
      laptop.send("AUTHENTICATE " + Sasl.plain("alice", TestSalon.PASSWORD));
      laptop.until("903 … …");
      laptop.send("CAP END");
      laptop.until("433 … … …");
      phone.send("NS SET multiclient perhaps");
      phone.until(":NickServ NOTICE alice :That is not clear: …");
      phone.send("NS SET multiclient default");
      phone.until(":NickServ NOTICE alice :multiclient: default (now on)");
      salon.logIn("alice").ping();
    }
  }

  private static IrcClient staying(TestSalon salon, String account) {
    var client = salon.member(account);
    client.send("PRIVMSG NickServ :SET always-on on");
    client.until(":NickServ NOTICE " + account + " :always-on: on (now on)");
    return client;
  }

  private static void leave(IrcClient client) {
    client.send("QUIT :bye");
    client.expectEnd();
  }

  private static List<String> names(IrcClient client) {
    return client.answer("NAMES #tea").stream()
        .filter(line -> line.command().equals("353"))
        .map(Line::params)
        .flatMap(params -> List.of(params.getLast().strip().split(" ")).stream())
        .toList();
  }
}
