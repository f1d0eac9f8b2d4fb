package chat.salon.acceptance;

import static chat.salon.acceptance.Messages.CAPS;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Event.Said.Form;
import chat.salon.core.request.Edit;
import chat.salon.core.request.React;
import chat.salon.core.request.Say;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// What a program asks again under the same name is done once, on whichever node.
class AskedAgainTest extends Conversation {
  private static final Say HELLO = new Say(Form.MESSAGE, "hello", Map.of(), null);

  @Test
  void a_message_that_is_sent_again_is_the_same_one() {
    try (var salon = start("#tea")) {
      var alice = salon.member("alice", CAPS).join("#tea");
      var bob = salon.member("bob", CAPS).join("#tea");
      alice.expect(":bob JOIN #tea");
      var program = new Program(salon, bob);

      long id = Program.id(program.ask(HELLO, "1"));
      assertThat(Program.id(program.ask(HELLO, "1"))).isEqualTo(id);
      assertThat(Program.id(new Program(salon, alice).ask(HELLO, "1"))).isNotEqualTo(id);

      alice.expect(":bob PRIVMSG #tea :hello");
      alice.expect(":alice PRIVMSG #tea :hello");
      alice.expectNothing();
      salon.restart();
      var again = new Program(salon, salon.logIn("bob", CAPS).join("#tea"));
      assertThat(Program.id(again.ask(HELLO, "1"))).isEqualTo(id);
      assertThat(again.read(Program.TEA)).hasSize(2);
    }
  }

  @Test
  void what_many_connections_of_one_person_ask_at_once_is_done_once() {
    try (var salon = start("#tea")) {
      salon.member("alice", CAPS).join("#tea");
      var programs = new ArrayList<Program>();
      for (int i = 0; i < 3; i++) {
        var bob = i == 0 ? salon.member("bob", CAPS) : salon.logIn("bob", CAPS);
        programs.add(new Program(salon, i == 0 ? bob.join("#tea") : bob));
      }
      var answers = new ArrayList<CompletableFuture<Long>>();
      for (int i = 0; i < 20; i++) {
        var program = programs.get(i % programs.size());
        answers.add(
            CompletableFuture.supplyAsync(
                () -> Program.id(program.ask(HELLO, "1")), Thread::startVirtualThread));
      }

      assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
      assertThat(programs.getFirst().read(Program.TEA)).hasSize(1);
    }
  }

  @Test
  void an_edit_and_a_reaction_that_are_asked_again_are_the_same_ones() {
    try (var salon = start("#tea")) {
      var bob = salon.member("bob", CAPS).join("#tea");
      var program = new Program(salon, bob);
      long id = Program.id(program.ask(HELLO, "1"));
      var edit = program.ask(new Edit(id, "bye"), "2");
      program.ask(new Edit(id, "hello again"), "3");

      assertThat(Program.id(program.ask(new Edit(id, "bye"), "2"))).isEqualTo(Program.id(edit));
      var react = program.ask(new React(id, "👍", true), "4");
      assertThat(Program.id(program.ask(new React(id, "👍", true), "4")))
          .isEqualTo(Program.id(react));

      var now = program.read(Program.TEA).getFirst();
      assertThat(now.text()).isEqualTo("hello again");
      assertThat(now.aftermath().reactions()).containsOnlyKeys("👍");
    }
  }
}
