package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.wire.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Messages of several lines, which a client sends as a batch (IRCv3 draft/multiline).
class MultilineTest extends Conversation {
  private static final String[] CAPS = {
    "draft/multiline", "batch", "message-tags", "echo-message", "labeled-response", "server-time"
  };
  private static final String[] OLD = {"batch", "message-tags", "server-time"};

  private static void say(IrcClient client, String target, String... lines) {
    client.send("BATCH +1 draft/multiline " + target);
    for (var line : lines) {
      client.send("@batch=1 PRIVMSG " + target + " :" + line);
    }
    client.send("BATCH -1");
  }

  private static List<String> texts(List<Line> lines) {
    return lines.stream()
        .filter(line -> line.command().equals("PRIVMSG"))
        .map(line -> line.param(1))
        .toList();
  }

  @Test
  void who_knows_batches_is_shown_one_message_and_others_its_lines() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      var old = salon.connect("old", OLD).join("#tea");
      alice.expect(":old JOIN #tea");
      bob.expect(":old JOIN #tea");

      alice.send(
          "@label=one;+x=y BATCH +1 draft/multiline #tea",
          "@batch=1 PRIVMSG #tea :hello",
          "@batch=1 PRIVMSG #tea :",
          "@batch=1 PRIVMSG #tea :how is ",
          "@batch=1;draft/multiline-concat PRIVMSG #tea :everyone?",
          "BATCH -1");

      var opened = bob.expect("@msgid=…;time=…;+x=y :alice BATCH +… draft/multiline #tea");
      var ref = opened.param(0).substring(1);
      bob.expectAll(
          "@batch=" + ref + " :alice PRIVMSG #tea :hello",
          "@batch=" + ref + " :alice PRIVMSG #tea :",
          "@batch=" + ref + " :alice PRIVMSG #tea :how is ",
          "@batch=" + ref + ";draft/multiline-concat :alice PRIVMSG #tea :everyone?",
          "BATCH -" + ref);
      bob.expectNothing();
      var msgid = opened.tags().get("msgid");
      alice.expect("@label=one;msgid=" + msgid + " :alice BATCH +" + ref + " draft/multiline #tea");
      assertThat(texts(alice.until("BATCH -" + ref)))
          .containsExactly("hello", "", "how is ", "everyone?");
      old.expect("@msgid=" + msgid + ";+x=y :alice PRIVMSG #tea :hello");
      for (var text : List.of("how is ", "everyone?")) {
        assertThat(old.expect(":alice PRIVMSG #tea :" + text).tags().has("msgid")).isFalse();
      }
      old.expectNothing();
    }
  }

  @Test
  void history_has_it_as_it_was_said_after_a_restart() {
    try (var salon = start("#tea")) {
      salon.account("alice");
      var alice = salon.logIn("alice", CAPS).join("#tea");
      alice.send("CS REGISTER #tea");
      alice.ping();
      var long1 = "a".repeat(300) + " ";
      var long2 = "b".repeat(300);
      alice.send(
          "BATCH +1 draft/multiline #tea",
          "@batch=1 PRIVMSG #tea :" + long1,
          "@batch=1;draft/multiline-concat PRIVMSG #tea :" + long2,
          "@batch=1 PRIVMSG #tea :end",
          "BATCH -1");
      alice.until("BATCH -…");
      salon.restart();

      var again = salon.logIn("alice", "draft/multiline", "batch", "draft/chathistory");
      again.ping();
      again.send("CHATHISTORY LATEST #tea * 1");
      var outer = again.expect("BATCH +… chathistory #tea").param(0).substring(1);
      var inner =
          again
              .expect("@batch=" + outer + " :alice BATCH +… draft/multiline #tea")
              .param(0)
              .substring(1);
      again.expectAll(
          "@batch=" + inner + " :alice PRIVMSG #tea :" + long1,
          "@batch=" + inner + ";draft/multiline-concat :alice PRIVMSG #tea :" + long2,
          "@batch=" + inner + " :alice PRIVMSG #tea :end",
          "@batch=" + outer + " BATCH -" + inner,
          "BATCH -" + outer);

      var old = salon.logIn("alice", "batch", "draft/chathistory");
      old.ping();
      old.send("CHATHISTORY LATEST #tea * 1");
      assertThat(texts(old.until("BATCH -…"))).containsExactly(long1, long2, "end");
    }
  }

  @Test
  void programs_are_shown_one_text_and_what_they_say_is_a_batch() {
    try (var salon = start("#tea")) {
      salon.account("bob");
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.program("bob");
      bob.ask("{'join':'#tea'}");
      alice.until(":bob JOIN #tea");
      say(alice, "#tea", "one", "two");
      alice.until("BATCH -…");
      assertThat(bob.untilMessage("one\ntwo")).isNotNull();

      bob.send("{'channel_message':'three\\n\\nfour','channel':'#tea'}");
      alice.expect(":bob BATCH +… draft/multiline #tea");
      assertThat(texts(alice.until("BATCH -…"))).containsExactly("three", "", "four");
    }
  }

  @Test
  void people_are_told_several_lines_in_private() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS);
      var bob = salon.connect("bob", CAPS);
      say(alice, "bob", "one", "two");
      bob.expect(":alice BATCH +… draft/multiline bob");
      assertThat(texts(bob.until("BATCH -…"))).containsExactly("one", "two");
      alice.expect(":alice BATCH +… draft/multiline bob");
      alice.until("BATCH -…");
      say(alice, "nobody", "one", "two");
      alice.expect("401 alice nobody :…");
    }
  }

  @Test
  void what_breaks_the_rules_is_refused_once_and_nobody_is_shown_any_of_it() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      refused(alice, "MULTILINE_INVALID", "@batch=2 PRIVMSG #tea :x");
      refused(alice, "MULTILINE_INVALID", "@batch=1 NOTICE #tea :x");
      refused(alice, "MULTILINE_INVALID", "@batch=1;draft/multiline-concat PRIVMSG #tea :");
      refused(alice, "MULTILINE_INVALID_TARGET #tea #coffee", "@batch=1 PRIVMSG #coffee :x");
      refused(alice, "MULTILINE_INVALID", "@batch=1 BATCH +2 draft/multiline #tea");
      refused(alice, "MULTILINE_INVALID", "BATCH +2 draft/multiline #tea");
      refused(alice, "MULTILINE_MAX_BYTES 4096", "@batch=1 PRIVMSG #tea :" + "x".repeat(440));
      refused(alice, "MULTILINE_MAX_LINES 32", "@batch=1 PRIVMSG #tea :x");
      refused(alice, "MULTILINE_INVALID", "BATCH -2");
      alice.ask("BATCH +1 draft/multiline", "FAIL BATCH MULTILINE_INVALID :…");
      alice.ask("BATCH +:x draft/multiline #tea", "FAIL BATCH INVALID_REFTAG * :…");
      alice.ask("BATCH :+a b", "FAIL BATCH INVALID_REFTAG * :…");
      alice.ask("BATCH +1 example/other #tea", "FAIL BATCH UNKNOWN_TYPE 1 example/other :…");
      alice.ask("BATCH -9", "FAIL BATCH INVALID_REFTAG 9 :…");
      alice.ask("BATCH 9", "FAIL BATCH INVALID_REFTAG 9 :…");
      alice.ask("BATCH", "461 alice BATCH :…");
      alice.ask("@batch=8 PRIVMSG #tea :x", "FAIL BATCH INVALID_REFTAG 8 :…");
      alice.send("BATCH +1 draft/multiline #tea", "@batch=1 PRIVMSG #tea :", "BATCH -1");
      alice.expect("FAIL BATCH MULTILINE_INVALID :…");
      bob.expectNothing();
    }
  }

  private static void refused(IrcClient alice, String why, String line) {
    alice.send("@label=l BATCH +1 draft/multiline #tea", "@batch=1 PRIVMSG #tea :first");
    var refusal = LinePattern.of("@label=l FAIL BATCH " + why + " :…");
    boolean isRefused = false;
    for (int i = 0; i < 40 && !isRefused; i++) {
      alice.send(line);
      var heard = alice.ping();
      isRefused = !heard.isEmpty() && refusal.matches(heard.getFirst());
      assertThat(heard).allMatch(one -> one.command().equals("FAIL"));
    }
    assertThat(isRefused).as(line).isTrue();
    alice.send("@batch=1 PRIVMSG #tea :rest", "BATCH -1");
    alice.expectNothing();
  }

  @Test
  void a_command_in_between_is_done_and_ends_the_batch() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      alice.send("BATCH +1 draft/multiline #tea", "@batch=1 PRIVMSG #tea :first", "PING x");
      alice.expect("PONG … x"); // which has to be answered at any time
      alice.send("PRIVMSG #tea :apart", "@batch=1 PRIVMSG #tea :rest", "BATCH -1");
      alice.expect("FAIL BATCH MULTILINE_INVALID :…");
      alice.expect(":alice PRIVMSG #tea :apart");
      alice.expectNothing();
      bob.expect(":alice PRIVMSG #tea :apart");
      bob.expectNothing();
    }
  }

  @Test
  void a_batch_that_stays_open_is_given_up() {
    try (var salon = with("messages.batch_seconds", 1).start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      alice.send("@label=l BATCH +1 draft/multiline #tea", "@batch=1 PRIVMSG #tea :first");
      alice.expect("@label=l FAIL BATCH TIMEOUT 1 :…");
      alice.send("@batch=1 PRIVMSG #tea :rest", "BATCH -1");
      alice.expectNothing();
    }
  }

  @Test
  void the_bounds_are_the_value_of_the_capability() {
    try (var salon = with("messages.multiline_lines", 3).start("#tea")) {
      var alice = salon.dial();
      alice.send("CAP LS 302");
      var offered = alice.until("CAP * LS :…").toString();
      assertThat(offered).contains("draft/multiline=max-bytes=4096,max-lines=3");
    }
  }

  @Test
  void a_message_is_edited_to_several_lines() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      alice.send("PRIVMSG #tea :helo");
      var id = alice.expect(":alice PRIVMSG #tea :helo").tags().get("msgid");
      alice.send(
          "@+draft/edit=" + id + " BATCH +1 draft/multiline #tea",
          "@batch=1 PRIVMSG #tea :hello",
          "@batch=1 PRIVMSG #tea :all",
          "BATCH -1");
      alice.expect("@+draft/edit=" + id + " :alice BATCH +… draft/multiline #tea");
      assertThat(texts(alice.until("BATCH -…"))).containsExactly("[edited] hello", "all");
    }
  }
}
