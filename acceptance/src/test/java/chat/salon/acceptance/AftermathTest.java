package chat.salon.acceptance;

import static chat.salon.acceptance.Messages.CAPS;
import static chat.salon.acceptance.Messages.said;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Event.Said;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Pair;
import chat.salon.core.Refusal;
import chat.salon.core.Stamps;
import chat.salon.core.request.React;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// What a door that shows more than IRC reads of a message: its reactions, and its former texts.
class AftermathTest extends Conversation {
  private static long id(String msgid) {
    return Stamps.parseMsgid(msgid).orElseThrow();
  }

  private static List<String> texts(Outcome outcome) {
    return Program.messages(((Done) outcome).events()).stream().map(Said::text).toList();
  }

  @Test
  void reactions_from_irc_are_there_for_every_door_and_after_a_restart() {
    try (var salon = start("#tea")) {
      var alice = salon.member("alice", CAPS).join("#tea");
      var bob = salon.member("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      var msgid = said(alice, "#tea", "tea?", bob);
      for (var client : List.of(alice, bob)) {
        client.send("@+reply=" + msgid + ";+draft/react=👍 TAGMSG #tea");
        alice.expect(":" + client.nick() + " TAGMSG #tea");
        bob.expect(":" + client.nick() + " TAGMSG #tea");
      }

      salon.restart();

      var again = new Program(salon, salon.logIn("bob", CAPS).join("#tea"));
      var reactions = again.read(Program.TEA).getFirst().aftermath().reactions();
      assertThat(reactions).containsOnlyKeys("👍");
      assertThat(reactions.get("👍"))
          .extracting(reactor -> reactor.nick())
          .containsExactly("alice", "bob");
    }
  }

  @Test
  void of_many_who_react_the_same_at_once_each_is_counted_once() {
    try (var salon = start("#tea")) {
      var alice = salon.member("alice", CAPS).join("#tea");
      var bob = salon.member("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      var msgid = said(alice, "#tea", "tea?", bob);
      var programs = List.of(new Program(salon, alice), new Program(salon, bob));
      var answers = new ArrayList<CompletableFuture<Outcome>>();
      for (int i = 0; i < 20; i++) {
        var program = programs.get(i % 2);
        var name = "r" + i;
        answers.add(
            CompletableFuture.supplyAsync(
                () -> program.ask(new React(id(msgid), "👍", true), name),
                Thread::startVirtualThread));
      }

      int events = 0;
      for (var answer : answers) {
        events += ((Done) answer.join()).events().size();
      }
      assertThat(events).isEqualTo(2);
      assertThat(programs.getFirst().read(Program.TEA).getFirst().aftermath().reactions().get("👍"))
          .hasSize(2);
    }
  }

  @Test
  void former_texts_are_for_who_wrote_them_and_for_operators() {
    try (var salon = start("#tea")) {
      var alice = salon.member("alice", CAPS).join("#tea");
      var bob = salon.member("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      var carol = salon.member("carol", CAPS).join("#tea");
      alice.expect(":carol JOIN #tea");
      bob.expect(":carol JOIN #tea");
      var msgid = said(bob, "#tea", "one", alice, carol);
      bob.send("@+draft/edit=" + msgid + " PRIVMSG #tea :two");
      for (var hearer : List.of(alice, bob, carol)) {
        hearer.expect(":bob PRIVMSG #tea :[edited] two");
      }

      for (var client : List.of(alice, bob)) {
        assertThat(texts(new Program(salon, client).versions(Program.TEA, id(msgid))))
            .containsExactly("one", "two");
      }
      assertThat(new Program(salon, carol).versions(Program.TEA, id(msgid)))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.why()).isInstanceOf(Refusal.NotChannelOperator.class));
      alice.send("REDACT #tea " + msgid);
      alice.expect(":alice REDACT #tea " + msgid);
      assertThat(texts(new Program(salon, alice).versions(Program.TEA, id(msgid))))
          .containsExactly("");
    }
  }

  @Test
  void former_texts_of_private_messages_are_for_who_wrote_them() {
    try (var salon = start()) {
      var alice = salon.member("alice", CAPS);
      var bob = salon.member("bob", CAPS);
      var carol = salon.member("carol", CAPS);
      var msgid = said(alice, "bob", "one", bob);
      alice.send("@+draft/edit=" + msgid + " PRIVMSG bob :two");
      alice.expect(":alice PRIVMSG bob :[edited] two");
      bob.expect(":alice PRIVMSG bob :[edited] two");
      var pair = Pair.of("alice", "bob");

      assertThat(texts(new Program(salon, alice).versions(pair, id(msgid))))
          .containsExactly("one", "two");
      for (var client : List.of(bob, carol)) {
        assertThat(new Program(salon, client).versions(pair, id(msgid)))
            .isInstanceOf(Refused.class);
      }
    }
  }
}
