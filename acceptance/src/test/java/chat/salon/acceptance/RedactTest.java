package chat.salon.acceptance;

import static chat.salon.acceptance.HistoryTest.page;
import static chat.salon.acceptance.Messages.CAPS;
import static chat.salon.acceptance.Messages.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// Deleting messages: REDACT.
class RedactTest extends Conversation {
  @Test
  void whoever_said_it_deletes_it_and_those_who_know_of_that_are_told() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      var plain = salon.connect("plain", "message-tags").join("#tea");
      alice.expect(":plain JOIN #tea");
      bob.expect(":plain JOIN #tea");
      said(alice, "#tea", "kept", bob, plain);
      var id = said(bob, "#tea", "oops", alice, plain);

      bob.send("REDACT #tea " + id);

      bob.expect("@msgid=… :bob REDACT #tea " + id);
      alice.expect("@msgid=… :bob REDACT #tea " + id);
      plain.expectNothing();
      assertThat(page(alice, "LATEST #tea * 10")).containsExactly("kept");
    }
  }

  @Test
  void an_operator_deletes_what_another_said_and_a_member_does_not() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      var fromAlice = said(alice, "#tea", "hi", bob);
      var fromBob = said(bob, "#tea", "spam", alice);

      bob.ask(
          "REDACT #tea " + fromAlice, ":… FAIL REDACT REDACT_FORBIDDEN #tea " + fromAlice + " :…");
      alice.send("REDACT #tea " + fromBob + " :no spam");
      alice.expect(":alice REDACT #tea " + fromBob + " :no spam");
      bob.expect(":alice REDACT #tea " + fromBob + " :no spam");
      assertThat(page(bob, "LATEST #tea * 10")).containsExactly("hi");
    }
  }

  @Test
  void an_operator_does_not_delete_what_a_higher_one_said() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      alice.send("MODE #tea +h bob");
      alice.expect(":alice MODE #tea +h bob");
      bob.expect(":alice MODE #tea +h bob");
      var id = said(alice, "#tea", "hi", bob);

      bob.ask("REDACT #tea " + id, ":… FAIL REDACT REDACT_FORBIDDEN #tea " + id + " :…");
    }
  }

  @Test
  void a_moderator_of_the_server_deletes_in_channels_and_not_in_private_talk() {
    try (var salon = start("#tea")) {
      var oscar = salon.member("oscar", CAPS);
      oscar.send("PRIVMSG NickServ :ADMIN " + salon.administratorCode());
      oscar.ping();
      var alice = salon.member("alice", CAPS).join("#tea");
      var bob = salon.member("bob", CAPS);
      var id = said(alice, "#tea", "bad");
      var secret = said(alice, "bob", "psst", bob);

      oscar.send("REDACT #tea " + id + " :rules");
      oscar.expect(":oscar REDACT #tea " + id + " :rules");
      alice.expect(":oscar REDACT #tea " + id + " :rules");
      oscar.ask("REDACT bob " + secret, ":… FAIL REDACT UNKNOWN_MSGID bob " + secret + " :…");
    }
  }

  @Test
  void what_cannot_be_deleted_is_refused_by_the_words_of_the_specification() {
    try (var salon = start("#tea", "#coffee")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS).join("#coffee");
      var id = said(bob, "#coffee", "strong");

      alice.ask("REDACT #nowhere x", ":… FAIL REDACT INVALID_TARGET #nowhere :…");
      alice.ask("REDACT #coffee " + id, ":… FAIL REDACT INVALID_TARGET #coffee :…");
      alice.ask("REDACT #tea " + id, ":… FAIL REDACT UNKNOWN_MSGID #tea " + id + " :…");
      alice.ask("REDACT #tea nonsense", ":… FAIL REDACT UNKNOWN_MSGID #tea nonsense :…");
      alice.ask("REDACT #tea", ":… 461 alice REDACT :…");
      var plain = salon.connect("plain");
      plain.ask("REDACT #tea " + id, ":… 421 plain REDACT :…");
    }
  }

  @Test
  void what_is_deleted_can_be_neither_edited_nor_reacted_to_and_is_deleted_once() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var id = said(alice, "#tea", "oops");
      alice.send("REDACT #tea " + id);
      alice.expect(":alice REDACT #tea " + id);

      alice.ask(
          "@+draft/edit=" + id + " PRIVMSG #tea :again",
          ":… FAIL PRIVMSG UNKNOWN_MSGID " + id + " :…");
      alice.ask(
          "@+reply=" + id + ";+draft/react=👍 TAGMSG #tea",
          ":… FAIL TAGMSG UNKNOWN_MSGID " + id + " :…");
      alice.send("REDACT #tea " + id);
      alice.expectNothing();
    }
  }

  @Test
  void who_said_it_deletes_it_only_for_as_long_as_the_server_likes() {
    var clock = new TestClock();
    try (var salon = with("limits.delete_seconds", 60).clock(clock).start()) {
      var alice = salon.member("alice", CAPS).join("#talk");
      var bob = salon.member("bob", CAPS).join("#talk");
      alice.expect(":bob JOIN #talk");
      var soon = said(bob, "#talk", "one", alice);
      var late = said(bob, "#talk", "two", alice);
      var privately = said(bob, "alice", "three", alice);
      bob.send("REDACT #talk " + soon);
      bob.expect(":bob REDACT #talk " + soon);
      alice.expect(":bob REDACT #talk " + soon);

      clock.advance(Duration.ofSeconds(61));

      bob.ask(
          "REDACT #talk " + late, ":… FAIL REDACT REDACT_WINDOW_EXPIRED #talk " + late + " 60 :…");
      bob.ask(
          "REDACT alice " + privately,
          ":… FAIL REDACT REDACT_WINDOW_EXPIRED alice " + privately + " 60 :…");
      var program = salon.program("bob");
      program.ask("{'join':'#talk'}");
      var refused = program.answer("{'delete':'" + late + "','channel':'#talk'}");
      assertThat(JsonClient.text(refused, "error")).isEqualTo("too_old");
      alice.send("REDACT #talk " + late + " :old");
      alice.until(":alice REDACT #talk " + late + " :old");
    }
  }

  @Test
  void private_messages_are_deleted_by_who_said_them() {
    try (var salon = start()) {
      var alice = salon.member("alice", CAPS);
      var bob = salon.member("bob", CAPS);
      var id = said(alice, "bob", "psst", bob);

      bob.ask("REDACT alice " + id, ":… FAIL REDACT REDACT_FORBIDDEN alice " + id + " :…");
      alice.send("REDACT bob " + id);
      alice.expect(":alice REDACT bob " + id);
      bob.expect(":alice REDACT bob " + id);
      assertThat(page(bob, "LATEST alice * 10")).isEmpty();
    }
  }

  @Test
  void a_page_of_history_is_full_whatever_was_deleted() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var ids = new ArrayList<String>();
      for (int i = 0; i < 8; i++) {
        ids.add(said(alice, "#tea", "message " + i));
      }
      for (var id : ids.subList(2, 7)) {
        alice.send("REDACT #tea " + id);
        alice.expect(":alice REDACT #tea " + id);
      }

      assertThat(page(alice, "LATEST #tea * 2")).containsExactly("message 1", "message 7");
      assertThat(page(alice, "AFTER #tea msgid=" + ids.getFirst() + " 2"))
          .containsExactly("message 1", "message 7");
    }
  }

  @Test
  void with_event_playback_history_tells_of_reactions_and_deletions_and_not_of_edits() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var kept = said(alice, "#tea", "one");
      var gone = said(alice, "#tea", "oops");
      alice.send("@+draft/edit=" + kept + " PRIVMSG #tea :two");
      alice.expect(":alice PRIVMSG #tea :[edited] two");
      alice.send("@+reply=" + kept + ";+draft/react=👍 TAGMSG #tea");
      alice.expect(":alice TAGMSG #tea");
      alice.send("REDACT #tea " + gone);
      alice.expect(":alice REDACT #tea " + gone);
      alice.send("CAP REQ draft/event-playback");
      alice.expect(":… CAP alice ACK …");

      alice.send("CHATHISTORY LATEST #tea * 10");
      alice.expectAll(
          ":… BATCH +… chathistory #tea",
          ":alice JOIN #tea",
          "@msgid=" + kept + " :alice PRIVMSG #tea :two",
          "@+draft/react=👍;+reply=" + kept + " :alice TAGMSG #tea",
          ":alice REDACT #tea " + gone,
          ":… BATCH -…");
    }
  }

  @Test
  void of_an_edit_and_a_deletion_at_once_nothing_of_the_text_is_left() throws Exception {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      for (int round = 0; round < 20; round++) {
        var id = said(bob, "#tea", "spam " + round, alice);
        together(
            () -> bob.send("@+draft/edit=" + id + " PRIVMSG #tea :more spam"),
            () -> alice.send("REDACT #tea " + id));

        alice.until(":alice REDACT #tea " + id);
        bob.until(":alice REDACT #tea " + id);
        bob.ping(); // after which its own edit is answered
        assertThat(page(alice, "LATEST #tea * 10")).isEmpty();
        bob.ask(
            "@+draft/edit=" + id + " PRIVMSG #tea :late",
            ":… FAIL PRIVMSG UNKNOWN_MSGID " + id + " :…");
      }
    }
  }

  private static void together(Runnable... works) throws InterruptedException {
    var start = new CountDownLatch(1);
    var threads = new ArrayList<Thread>();
    for (var work : List.of(works)) {
      threads.add(
          Thread.startVirtualThread(() -> {
            try {
              start.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            work.run();
          }));
    }
    start.countDown();
    for (var thread : threads) {
      thread.join();
    }
  }
}
