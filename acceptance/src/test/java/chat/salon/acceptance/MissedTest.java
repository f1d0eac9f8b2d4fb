package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.wire.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a simple client is shown of what it missed, and what `*playback` plays.
class MissedTest extends Conversation {

  @Test
  void a_plain_client_is_shown_what_it_missed_with_the_time_before_it() {
    try (var salon = start("#tea")) {
      var bob = away(salon);
      bob.answer("PRIVMSG #tea :one");
      bob.answer("PRIVMSG #tea :\u0001ACTION waves\u0001");
      var texts = said(back(salon));
      assertThat(texts).hasSize(2);
      assertThat(texts.getFirst()).matches("\\[\\d\\d:\\d\\d:\\d\\d\\] one");
      assertThat(texts.getLast()).matches("\u0001ACTION \\[\\d\\d:\\d\\d:\\d\\d\\] waves\u0001");
    }
  }

  @Test
  void it_is_shown_once_and_over_a_restart_nothing_is_lost() {
    try (var salon = start("#tea")) {
      var bob = away(salon, "on");
      bob.answer("PRIVMSG #tea :one");
      bob.answer("PRIVMSG alice :two");
      salon.restart();
      var alice = back(salon, "u", "server-time", "batch");
      assertThat(said(alice)).containsExactly("one", "two");
      alice.send("QUIT");
      alice.expectEnd();
      assertThat(said(back(salon))).isEmpty();
    }
  }

  @Test
  void a_node_that_goes_takes_nothing_along() {
    try (var salon = Layout.THREE_NODES.setup().start("#tea")) {
      var alice = salon.member("alice").join("#tea");
      alice.send("CS REGISTER #tea");
      alice.until(":ChanServ NOTICE alice …");
      alice.send("NS SET always-on on");
      alice.until(":NickServ NOTICE alice :always-on: …");
      var bob = salon.member("bob").join("#tea");
      alice.expect(":bob JOIN #tea");
      bob.answer("PRIVMSG #tea :before");
      alice.until(":bob PRIVMSG #tea :before");
      salon.stopNodeOf(alice);
      bob.until(":alice QUIT …");
      assertThat(bob.answer("PRIVMSG #tea :one").toString()).doesNotContain("FAIL");
      salon.bringBack(); // on another node
      bob.until(":alice JOIN #tea");
      bob.answer("PRIVMSG #tea :two");
      bob.answer("PRIVMSG alice :three");
      var again = back(salon, "u", "server-time", "batch");
      assertThat(said(again)).containsExactlyInAnyOrder("one", "two", "three");
      bob.answer("PRIVMSG #tea :four");
      again.until(":bob PRIVMSG #tea :four");
    }
  }

  @Test
  void each_device_misses_what_it_missed_itself() {
    try (var salon = start("#tea")) {
      var bob = away(salon);
      bob.answer("PRIVMSG #tea :one");
      assertThat(said(back(salon, "u@phone"))).as("a new device").isEmpty();
      bob.answer("PRIVMSG #tea :two");
      assertThat(said(back(salon))).hasSize(2);
    }
  }

  @Test
  void who_asks_for_history_or_wants_none_is_not_shown_it() {
    try (var salon = start("#tea")) {
      var bob = away(salon);
      bob.answer("PRIVMSG #tea :one");
      var asking = back(salon, "u", "batch", "draft/chathistory", "message-tags");
      assertThat(said(asking)).isEmpty();
      var history = asking.answer("CHATHISTORY LATEST #tea * 50");
      assertThat(history.toString()).contains("one");
      assertThat(history.getFirst().tags().has("draft/chathistory-end")).isTrue();
      asking.send("NS SET autoreplay-missed off");
      asking.until(":NickServ NOTICE alice :autoreplay-missed: off (now off)");
      asking.send("QUIT");
      asking.expectEnd();
      bob.answer("PRIVMSG #tea :two");
      assertThat(said(back(salon))).isEmpty();
    }
  }

  @Test
  void no_more_lines_than_the_settings_say() {
    try (var salon = with("bouncer.replay_lines", 2).start("#tea")) {
      var bob = away(salon);
      for (var text : List.of("one", "two", "three")) {
        bob.answer("PRIVMSG #tea :" + text);
      }
      assertThat(said(back(salon, "u", "server-time"))).containsExactly("two", "three");
    }
  }

  @Test
  void playback_plays_what_is_asked_for() {
    try (var salon = with("bouncer.playback_lines", 3).start("#tea")) {
      var bob = away(salon, "on");
      for (var text : List.of("one", "two", "three", "four")) {
        bob.answer("PRIVMSG #tea :" + text);
      }
      bob.answer("PRIVMSG alice :five");
      var alice = back(salon, "u", "znc.in/playback", "server-time", "echo-message");
      assertThat(said(alice)).as("a client that plays for itself").isEmpty();
      assertThat(played(alice, "PLAY *")).containsExactly("two", "three", "four", "five");
      assertThat(played(alice, "PLAY #TEA 1")).containsExactly("two", "three", "four");
      assertThat(played(alice, "PLAY BOB 1")).containsExactly("five");
      assertThat(played(alice, "PLAY #tea 4000000000.5")).isEmpty();
      assertThat(played(alice, "PLAY #tea 1 2")).isEmpty();
      assertThat(played(alice, "PLAY #elsewhere")).isEmpty();
      assertThat(alice.answer("PRIVMSG *playback :LIST").toString())
          .containsPattern("#tea \\d+\\.\\d{3} \\d+\\.\\d{3}")
          .containsPattern("bob \\d+\\.\\d{3}");
      assertThat(texts(alice.answer("ZNC *playback PLAY #tea 1")))
          .as("the way of The Lounge")
          .containsExactly("two", "three", "four");
      assertThat(texts(alice.answer("ZNC *playback :play bob 1"))).containsExactly("five");
      assertThat(alice.answer("ZNC *playback").toString()).contains("PLAY <target>");
      for (var nobody : List.of("ZNC NickServ HELP", "ZNC *status Version", "ZNC bob PLAY")) {
        assertThat(alice.answer(nobody).toString()).as(nobody).contains("401");
      }
      assertThat(alice.answer("ZNC").toString()).contains("461");
      for (var wrong : List.of("PLAY", "PLAY #tea soon", "PLAY #tea -1", "PLAY a 1 2 3", "CLEAR")) {
        assertThat(alice.answer("PRIVMSG *playback :" + wrong).toString())
            .as(wrong)
            .contains("NOTICE");
        assertThat(played(alice, wrong)).isEmpty();
      }
    }
  }

  // Alice belongs to a channel that lasts, and is not there; bob is.
  private static IrcClient away(TestSalon salon) {
    return away(salon, "off");
  }

  private static IrcClient away(TestSalon salon, String alwaysOn) {
    var alice = salon.member("alice").join("#tea");
    alice.send("CS REGISTER #tea");
    alice.until(":ChanServ NOTICE alice …");
    alice.send("NS SET always-on " + alwaysOn);
    alice.until(":NickServ NOTICE alice :always-on: …");
    var bob = salon.member("bob", "away-notify").join("#tea");
    alice.expect(":bob JOIN #tea");
    alice.send("QUIT :bye");
    alice.expectEnd();
    bob.until(alwaysOn.equals("on") ? ":alice AWAY Idle" : ":alice QUIT …");
    return bob;
  }

  private static IrcClient back(TestSalon salon) {
    return back(salon, "u");
  }

  // Has just said all that it takes to come in, and read nothing of what it is told then.
  private static IrcClient back(TestSalon salon, String user, String... caps) {
    var client = salon.dial();
    var all = caps.length == 0 ? "sasl" : "sasl " + String.join(" ", caps);
    client.send("CAP REQ :" + all, "NICK alice", "USER " + user + " 0 * :Real alice");
    client.expect("CAP … ACK :" + all);
    client.send("AUTHENTICATE PLAIN");
    client.expect("AUTHENTICATE +");
    client.send("AUTHENTICATE " + Sasl.plain("alice", TestSalon.PASSWORD));
    client.until("903 … …");
    client.send("CAP END");
    return client;
  }

  private static List<String> said(IrcClient client) {
    return texts(client.ping());
  }

  private static List<String> played(IrcClient client, String words) {
    return texts(client.answer("PRIVMSG *playback :" + words));
  }

  private static List<String> texts(List<Line> lines) {
    return lines.stream()
        .filter(line -> line.command().equals("PRIVMSG"))
        .filter(line -> !line.param(0).equals("*playback"))
        .map(line -> line.param(1))
        .toList();
  }
}
