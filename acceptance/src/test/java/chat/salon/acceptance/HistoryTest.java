package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.wire.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Reading what was said before: CHATHISTORY in all its forms.
class HistoryTest extends Conversation {
  private static final String[] CAPS = {
    "draft/chathistory", "batch", "server-time", "message-tags", "echo-message"
  };

  @Test
  void the_latest_come_oldest_first_as_a_batch() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      said(alice, 5);
      alice.send("CHATHISTORY LATEST #tea * 3");
      var ref = alice.expect(":salon.test BATCH +… chathistory #tea").param(0).substring(1);
      for (int i = 2; i < 5; i++) {
        alice.expect(
            "@batch=" + ref + ";time=…;msgid=… :alice!~u@127.0.0.1 PRIVMSG #tea :message " + i);
      }
      alice.expect(":salon.test BATCH -" + ref);
      alice.expectNothing();
    }
  }

  @Test
  void pages_go_by_id() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var ids = said(alice, 10).stream().map(line -> "msgid=" + line.tags().get("msgid")).toList();
      assertThat(page(alice, "BEFORE #tea " + ids.get(5) + " 3")).isEqualTo(messages(2, 5));
      assertThat(page(alice, "AFTER #tea " + ids.get(5) + " 3")).isEqualTo(messages(6, 9));
      assertThat(page(alice, "LATEST #tea " + ids.get(5) + " 3")).isEqualTo(messages(7, 10));
      assertThat(page(alice, "LATEST #tea " + ids.get(8) + " 3")).isEqualTo(messages(9, 10));
      assertThat(page(alice, "AROUND #tea " + ids.get(5) + " 3")).isEqualTo(messages(4, 7));
      assertThat(page(alice, "BETWEEN #tea " + ids.get(2) + " " + ids.get(6) + " 10"))
          .isEqualTo(messages(3, 6));
      assertThat(page(alice, "BETWEEN #tea " + ids.get(2) + " " + ids.get(9) + " 2"))
          .isEqualTo(messages(3, 5));
      assertThat(page(alice, "BETWEEN #tea " + ids.get(9) + " " + ids.get(2) + " 2"))
          .isEqualTo(messages(7, 9));
    }
  }

  @Test
  void pages_go_by_time() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      said(alice, 4);
      var future = "timestamp=" + Instant.parse("2100-01-01T00:00:00Z");
      var past = "timestamp=2020-01-01T00:00:00.000Z";
      assertThat(page(alice, "BEFORE #tea " + future.replace("Z", ".000Z") + " 10"))
          .isEqualTo(messages(0, 4));
      assertThat(page(alice, "AFTER #tea " + past + " 2")).isEqualTo(messages(0, 2));
      assertThat(page(alice, "BEFORE #tea " + past + " 2")).isEmpty();
      assertThat(page(alice, "BETWEEN #tea " + past + " " + future.replace("Z", ".000Z") + " 9"))
          .isEqualTo(messages(0, 4));
    }
  }

  @Test
  void private_talk_has_a_history_for_both_and_for_nobody_else() {
    try (var salon = start()) {
      var alice = salon.member("alice", CAPS);
      var bob = salon.member("bob", CAPS);
      var carol = salon.member("carol", CAPS);
      alice.send("PRIVMSG bob :message 0");
      alice.expect(":alice PRIVMSG bob :message 0");
      bob.expect(":alice PRIVMSG bob :message 0");
      bob.send("PRIVMSG alice :message 1");
      bob.expect(":bob PRIVMSG alice :message 1");
      alice.expect(":bob PRIVMSG alice :message 1");
      assertThat(page(alice, "LATEST bob * 10")).isEqualTo(messages(0, 2));
      assertThat(page(bob, "LATEST alice * 10")).isEqualTo(messages(0, 2));
      assertThat(page(carol, "LATEST alice * 10")).isEmpty();
      assertThat(page(carol, "LATEST bob * 10")).isEmpty();
    }
  }

  @Test
  void it_is_all_there_after_a_restart() {
    try (var salon = start("#tea")) {
      var alice = salon.member("alice", CAPS).join("#tea");
      var before = said(alice, 5).stream().map(line -> line.tags().get("msgid")).toList();
      salon.account("bob");
      alice.send("PRIVMSG bob :while you were out");
      assertThat(alice.ping()).isNotEmpty();
      salon.restart();

      var again = salon.logIn("alice", CAPS).join("#tea");
      assertThat(page(again, "LATEST #tea * 50")).isEqualTo(messages(0, 5));
      again.send("CHATHISTORY LATEST #tea * 50");
      var after = again.until(":salon.test BATCH -…");
      assertThat(
              after.stream()
                  .filter(line -> line.command().equals("PRIVMSG"))
                  .map(line -> line.tags().get("msgid")))
          .isEqualTo(before);
      again.send("PRIVMSG #tea :message 5");
      again.expect(":alice PRIVMSG #tea :message 5");
      assertThat(page(again, "LATEST #tea * 50")).isEqualTo(messages(0, 6));
    }
  }

  @Test
  void with_event_playback_joins_and_topics_are_history_too() {
    try (var salon = start("#tea")) {
      var alice =
          salon.connect("alice", "draft/chathistory", "draft/event-playback", "batch").join("#tea");
      alice.ask("TOPIC #tea :x", ":alice TOPIC #tea :x");
      alice.ask("MODE #tea +m", ":alice MODE #tea +m");
      alice.ask("PRIVMSG #tea :hi");
      alice.send("CHATHISTORY LATEST #tea * 10");
      alice.expect(":salon.test BATCH +… chathistory #tea");
      alice.expectAll(
          ":alice JOIN #tea",
          ":alice TOPIC #tea :x",
          ":alice MODE #tea +m",
          ":alice PRIVMSG #tea :hi",
          ":salon.test BATCH -…");
      var bob = salon.connect("bob", CAPS).join("#tea");
      assertThat(page(bob, "LATEST #tea * 10")).containsExactly("hi");
    }
  }

  @Test
  void targets_tells_where_something_was_said() {
    try (var salon = start("#tea", "#coffee")) {
      var alice = salon.member("alice", CAPS).join("#tea", "#coffee");
      salon.member("bob", CAPS);
      alice.send("PRIVMSG #coffee :one");
      alice.expect(":alice PRIVMSG #coffee :one");
      alice.send("PRIVMSG bob :two");
      alice.expect(":alice PRIVMSG bob :two");
      alice.send("PRIVMSG #tea :three");
      alice.expect(":alice PRIVMSG #tea :three");
      alice.send(
          "CHATHISTORY TARGETS timestamp=2020-01-01T00:00:00.000Z timestamp=2100-01-01T00:00:00.000Z 10");
      var targets =
          alice.until(":salon.test BATCH -…").stream()
              .filter(line -> line.command().equals("CHATHISTORY"))
              .toList();
      assertThat(targets).extracting(line -> line.param(0)).containsOnly("TARGETS");
      assertThat(targets)
          .extracting(line -> line.param(1))
          .containsExactly("#coffee", "bob", "#tea");
      assertThat(targets)
          .allSatisfy(line -> assertThat(line.param(2)).matches("20\\d\\d-.*T.*\\.\\d{3}Z"));
    }
  }

  @Test
  void what_cannot_be_read_is_refused() {
    try (var salon = start("#tea")) {
      salon.joined("bob");
      var alice = salon.connect("alice", "draft/chathistory", "batch", "standard-replies");
      for (var target : List.of("#tea", "#nowhere")) {
        alice.send("CHATHISTORY LATEST " + target + " * 10");
        alice.expect(":salon.test FAIL CHATHISTORY INVALID_TARGET LATEST " + target + " …");
      }
      alice.join("#tea");
      alice.send("CHATHISTORY LATEST #tea nonsense 10");
      alice.expect(":salon.test FAIL CHATHISTORY INVALID_PARAMS LATEST nonsense …");
      alice.send("CHATHISTORY WHAT #tea * 10");
      alice.expect(":salon.test FAIL CHATHISTORY INVALID_PARAMS WHAT …");
      alice.send("CHATHISTORY LATEST");
      assertThat(alice.next().command()).isIn("FAIL", "461");
      alice.expectNothing();
    }
  }

  @Test
  void newcomers_read_what_was_said_before_them() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      said(alice, 3);
      var bob = salon.connect("bob", CAPS).join("#tea");
      assertThat(page(bob, "LATEST #tea * 10")).isEqualTo(messages(0, 3));
    }
  }

  @Test
  void what_was_said_in_a_channel_that_is_over_stays_there() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      said(alice, 3);
      alice.ask("PART #tea", ":alice PART #tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      assertThat(page(bob, "LATEST #tea * 10")).isEmpty();
    }
  }

  @Test
  void who_was_put_out_reads_nothing_more() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", "draft/chathistory", "batch", "standard-replies").join("#tea");
      alice.expect(":bob JOIN #tea");
      alice.send("KICK #tea bob");
      alice.expect(":alice KICK #tea bob …");
      bob.expect(":alice KICK #tea bob …");
      bob.ask(
          "CHATHISTORY LATEST #tea * 10",
          ":salon.test FAIL CHATHISTORY INVALID_TARGET LATEST #tea …");
    }
  }

  @Test
  void a_message_for_a_rank_keeps_its_rank_in_history() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      alice.send("PRIVMSG #tea :for all");
      alice.expect(":alice PRIVMSG #tea :for all");
      alice.send("PRIVMSG @#tea :for operators");
      alice.expect(":alice PRIVMSG @#tea :for operators");
      assertThat(page(alice, "LATEST #tea * 10")).containsExactly("for all", "for operators");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      assertThat(page(bob, "LATEST #tea * 10")).containsExactly("for all");
      alice.send("MODE #tea +o bob");
      alice.expect(":alice MODE #tea +o bob");
      bob.expect(":alice MODE #tea +o bob");
      assertThat(page(bob, "LATEST #tea * 10")).containsExactly("for all", "for operators");
    }
  }

  @Test
  void a_page_is_never_longer_than_the_server_likes() {
    try (var salon = with("limits.history_page", 5).start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      said(alice, 9);
      assertThat(page(alice, "LATEST #tea * 1000")).isEqualTo(messages(4, 9));
    }
  }

  // Says so many messages, and returns their echoes.
  private static List<Line> said(IrcClient client, int count) {
    var echoes = new ArrayList<Line>();
    for (int i = 0; i < count; i++) {
      client.send("PRIVMSG #tea :message " + i);
      echoes.add(client.expect(":… PRIVMSG #tea :message " + i));
    }
    return echoes;
  }

  private static List<String> messages(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "message " + i).toList();
  }

  // The texts of the messages of a page.
  static List<String> page(IrcClient client, String query) {
    client.send("CHATHISTORY " + query);
    client.until(":salon.test BATCH +… chathistory …");
    return client.until(":salon.test BATCH -…").stream()
        .filter(line -> line.command().equals("PRIVMSG"))
        .map(line -> line.param(1))
        .toList();
  }
}
