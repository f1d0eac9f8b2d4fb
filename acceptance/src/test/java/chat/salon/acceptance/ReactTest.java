package chat.salon.acceptance;

import static chat.salon.acceptance.Messages.CAPS;
import static chat.salon.acceptance.Messages.said;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Reacting to messages, by TAGMSG.
class ReactTest extends Conversation {
  private static String react(String msgid, String reaction) {
    return "@+draft/reply=" + msgid + ";+draft/react=" + reaction + " TAGMSG ";
  }

  private static String unreact(String msgid, String reaction) {
    return "@+reply=" + msgid + ";+draft/unreact=" + reaction + " TAGMSG ";
  }

  @Test
  void those_who_know_tags_are_shown_reactions_and_that_they_are_taken_back() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      var plain = salon.joined("plain", "#tea");
      alice.expect(":plain JOIN #tea");
      bob.expect(":plain JOIN #tea");
      var id = said(alice, "#tea", "tea?", bob, plain);

      bob.send(react(id, "👍") + "#tea");
      var reacted =
          "@msgid=…;+draft/react=👍;+reply=" + id + ";+draft/reply=" + id + " :bob TAGMSG #tea";
      bob.expect(reacted);
      alice.expect(reacted);
      bob.send(unreact(id, "👍") + "#tea");
      alice.expect("@+draft/unreact=👍;+reply=" + id + " :bob TAGMSG #tea");
      bob.expect("@+draft/unreact=👍 :bob TAGMSG #tea");
      plain.expectNothing();
    }
  }

  @Test
  void the_same_reaction_twice_is_one() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var id = said(alice, "#tea", "tea?");
      alice.send(react(id, "👍") + "#tea");
      alice.expect("@+draft/react=👍 :alice TAGMSG #tea");

      alice.send(react(id, "👍") + "#tea", unreact(id, "👎") + "#tea");
      alice.expectNothing();
    }
  }

  @Test
  void what_is_no_reaction_or_one_too_many_is_refused() {
    try (var salon = with("limits.reactions", 2).start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      var id = said(alice, "#tea", "tea?", bob);
      for (var reaction : new String[] {"a", "b"}) {
        alice.send(react(id, reaction) + "#tea");
        alice.expect("@+draft/react=" + reaction + " :alice TAGMSG #tea");
        bob.expect("@+draft/react=" + reaction + " :alice TAGMSG #tea");
      }

      alice.ask(react(id, "c") + "#tea", ":… FAIL TAGMSG TOO_MANY_REACTIONS " + id + " :…");
      for (var wrong : new String[] {"x".repeat(65), "a\\nb", "\\sa"}) {
        alice.ask(react(id, wrong) + "#tea", ":… FAIL TAGMSG INVALID_REACTION :…");
      }
      bob.send(react(id, "b") + "#tea");
      alice.expect("@+draft/react=b :bob TAGMSG #tea");
    }
  }

  @Test
  void outsiders_react_to_nothing() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS);
      var id = said(alice, "#tea", "tea?");
      bob.ask(react(id, "👍") + "#tea", ":… 442 bob #tea :…");
      alice.expectNothing();
    }
  }

  @Test
  void private_messages_are_reacted_to_though_the_other_is_gone() {
    try (var salon = start()) {
      var alice = salon.member("alice", CAPS);
      var bob = salon.member("bob", CAPS);
      var id = said(alice, "bob", "psst", bob);
      bob.send(react(id, "👀") + "alice");
      bob.expect("@+draft/react=👀 :bob TAGMSG alice");
      alice.expect("@+draft/react=👀 :bob TAGMSG alice");

      alice.send("QUIT");
      alice.expectEnd();
      bob.settle();
      bob.send(react(id, "👋") + "alice");
      bob.expect("@+draft/react=👋 :bob TAGMSG alice");
    }
  }

  @Test
  void a_reaction_to_an_earlier_guest_is_not_shown_to_the_next_of_that_nick() {
    try (var salon = start()) {
      var alice = salon.member("alice", CAPS);
      var guest = salon.connect("guest", CAPS);
      var id = said(guest, "alice", "psst", alice);
      guest.send("QUIT");
      guest.expectEnd();
      alice.settle();
      var next = salon.connect("guest", CAPS);

      alice.send(react(id, "👀") + "guest");
      alice.expect("@+draft/react=👀 :alice TAGMSG guest");
      next.expectNothing();
    }
  }

  @Test
  void tags_that_answer_nothing_are_passed_on_as_they_are() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAPS).join("#tea");
      var bob = salon.connect("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      alice.send("@+draft/react=👍 TAGMSG #tea");
      assertThat(bob.expect("@+draft/react=👍 :alice TAGMSG #tea").tags().get("+reply")).isNull();
    }
  }
}
