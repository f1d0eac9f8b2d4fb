package chat.salon.acceptance;

import static chat.salon.acceptance.HistoryTest.page;
import static chat.salon.acceptance.Messages.CAPS;
import static chat.salon.acceptance.Messages.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Editing what one has said, by the tag `+draft/edit`.
class EditTest extends Conversation {
  private static String edit(String msgid, String target, String text) {
    return "@+draft/edit=" + msgid + " PRIVMSG " + target + " :" + text;
  }

  @Test
  void everybody_is_told_of_an_edit_and_history_has_the_new_text() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      var plain = salon.connect("plain").join("#tea");
      alice.expect(":plain JOIN #tea");
      bob.expect(":plain JOIN #tea");
      var id = said(alice, "#tea", "helo", bob, plain);

      alice.send(edit(id, "#tea", "hello"));

      var told = "@+draft/edit=" + id + ";+reply=" + id + ";+draft/reply=" + id;
      assertThat(alice.expect(told + " :alice PRIVMSG #tea :[edited] hello").tags().get("msgid"))
          .isNotNull()
          .isNotEqualTo(id);
      bob.expect(told + " :alice PRIVMSG #tea :[edited] hello");
      plain.expect(":alice PRIVMSG #tea :[edited] hello");
      assertThat(page(bob, "LATEST #tea * 10")).containsExactly("hello");
    }
  }

  @Test
  void nobody_edits_what_another_said_not_even_an_operator() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      var id = said(bob, "#tea", "mine", alice);

      alice.ask(edit(id, "#tea", "yours"), ":… FAIL PRIVMSG EDIT_FORBIDDEN " + id + " :…");
      bob.expectNothing();
      assertThat(page(bob, "LATEST #tea * 10")).containsExactly("mine");
    }
  }

  @Test
  void who_is_banned_or_outside_edits_nothing() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      var id = said(bob, "#tea", "mine", alice);
      alice.send("MODE #tea +b bob");
      alice.expect(":alice MODE #tea +b …");
      bob.expect(":alice MODE #tea +b …");

      bob.ask(edit(id, "#tea", "changed"), ":… 404 bob #tea :…");
      bob.send("PART #tea");
      bob.expect(":bob PART #tea");
      alice.expect(":bob PART #tea");
      bob.ask(edit(id, "#tea", "changed"), ":… 442 bob #tea :…");
      bob.ask(edit(id, "#nowhere", "changed"), ":… 403 bob #nowhere :…");
      assertThat(page(alice, "LATEST #tea * 10")).containsExactly("mine");
    }
  }

  @Test
  void what_is_not_there_or_elsewhere_cannot_be_edited() {
    try (var salon = start("#tea", "#coffee")) {
      var alice = salon.connect("alice", CAPS).join("#tea", "#coffee");
      var id = said(alice, "#coffee", "strong");

      alice.ask(edit(id, "#tea", "weak"), ":… FAIL PRIVMSG UNKNOWN_MSGID " + id + " :…");
      alice.ask(edit("nonsense", "#tea", "weak"), ":… FAIL PRIVMSG UNKNOWN_MSGID nonsense :…");
      assertThat(page(alice, "LATEST #coffee * 10")).containsExactly("strong");
    }
  }

  @Test
  void private_messages_are_edited_too_and_nobody_else_reaches_them() {
    try (var salon = start("#tea")) {
      var alice = salon.member("alice", CAPS);
      var bob = salon.member("bob", CAPS);
      var carol = salon.member("carol", CAPS);
      var id = said(alice, "bob", "psst", bob);

      carol.ask(edit(id, "bob", "ha"), ":… FAIL PRIVMSG UNKNOWN_MSGID " + id + " :…");
      carol.ask(edit(id, "alice", "ha"), ":… FAIL PRIVMSG UNKNOWN_MSGID " + id + " :…");
      bob.ask(edit(id, "alice", "ha"), ":… FAIL PRIVMSG EDIT_FORBIDDEN " + id + " :…");
      alice.send(edit(id, "bob", "listen"));
      alice.expect("@+draft/edit=" + id + " :alice PRIVMSG bob :[edited] listen");
      bob.expect("@+draft/edit=" + id + " :alice PRIVMSG bob :[edited] listen");
      assertThat(page(bob, "LATEST alice * 10")).containsExactly("listen");
      carol.expectNothing();
    }
  }

  @Test
  void an_edit_of_what_was_said_to_a_rank_is_for_that_rank() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      var id = said(alice, "@#tea", "for operators");

      bob.ask(
          "@+draft/react=👍;+reply=" + id + " TAGMSG #tea",
          ":… FAIL TAGMSG UNKNOWN_MSGID " + id + " :…");
      alice.send(edit(id, "#tea", "for us"));
      alice.expect(":alice PRIVMSG @#tea :[edited] for us");
      bob.expectNothing();
      assertThat(page(bob, "LATEST #tea * 10")).isEmpty();
    }
  }

  @Test
  void a_new_text_is_as_long_as_others_can_be_shown() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      var id = said(alice, "#tea", "short", bob);

      alice.send(edit(id, "#tea", "é".repeat(230)));
      var shown = bob.expect(":alice PRIVMSG #tea :[edited] …").param(1);
      alice.expect(":alice PRIVMSG #tea :" + shown);
      assertThat(page(bob, "LATEST #tea * 10"))
          .containsExactly(shown.substring("[edited] ".length()));
    }
  }

  @Test
  void a_guest_edits_only_what_it_said_itself_under_its_nick() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      var id = said(bob, "#tea", "mine", alice);
      bob.send("QUIT");
      bob.expectEnd();
      alice.expect(":bob QUIT …");

      var another = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      another.ask(edit(id, "#tea", "changed"), ":… FAIL PRIVMSG EDIT_FORBIDDEN " + id + " :…");
    }
  }

  @Test
  void a_text_can_be_edited_only_for_as_long_as_the_server_likes() {
    var clock = new TestClock();
    try (var salon = layout.setup().clock(clock).with("limits.edit_seconds", 60).start("#tea")) {
      var alice = salon.member("alice", CAPS).join("#tea");
      var id = said(alice, "#tea", "one");
      alice.send(edit(id, "#tea", "two"));
      alice.expect(":alice PRIVMSG #tea :[edited] two");

      clock.advance(Duration.ofSeconds(61));

      alice.ask(edit(id, "#tea", "three"), ":… FAIL PRIVMSG EDIT_WINDOW_EXPIRED " + id + " 60 :…");
      assertThat(page(alice, "LATEST #tea * 10")).containsExactly("two");
    }
  }

  @Test
  void an_edited_text_is_there_after_a_restart() {
    try (var salon = start("#tea")) {
      var alice = salon.member("alice", CAPS).join("#tea");
      var id = said(alice, "#tea", "one");
      alice.send(edit(id, "#tea", "two"));
      alice.expect(":alice PRIVMSG #tea :[edited] two");

      salon.restart();

      var again = salon.logIn("alice", CAPS).join("#tea");
      assertThat(page(again, "LATEST #tea * 10")).containsExactly("two");
      again.send(edit(id, "#tea", "three"));
      again.expect(":alice PRIVMSG #tea :[edited] three");
      assertThat(page(again, "LATEST #tea * 10")).containsExactly("three");
    }
  }
}
