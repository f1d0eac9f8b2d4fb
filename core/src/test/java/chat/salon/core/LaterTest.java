package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Event.Edited;
import chat.salon.core.Event.Later;
import chat.salon.core.Event.Redacted;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.NoSuchMessage;
import chat.salon.core.Refusal.NotStored;
import chat.salon.core.request.Edit;
import chat.salon.core.request.React;
import chat.salon.core.request.Redact;
import chat.salon.core.request.Request;
import chat.salon.core.request.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// What becomes of messages, as the owner of a conversation decides it.
class LaterTest {
  private final Cast cast = Cast.fresh();

  private static long id(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done) outcome).events().getFirst().stamp().id();
  }

  private static List<Later> changes(Cast.Guest guest) {
    return guest.seen.stream().filter(Later.class::isInstance).map(Later.class::cast).toList();
  }

  @Test
  void what_one_turn_decides_first_holds_for_the_rest_of_it() throws Exception {
    var alice = cast.guest("alice").joins("#tea");
    var bob = cast.guest("bob").joins("#tea");
    long message = id(bob.says("#tea", "spam"));
    var hold = new CountDownLatch(1);
    var holds = new CountDownLatch(1);
    cast.store.beforeAppend =
        () -> {
          holds.countDown();
          await(hold);
        };
    var first = begin(alice, new Say(Form.MESSAGE, "wait", Map.of(), null));
    holds.await();
    // these two share a turn
    var redact = begin(alice, new Redact(message, ""));
    var edit = begin(bob, new Edit(message, "more spam"));
    hold.countDown();

    assertThat(first.get()).isInstanceOf(Done.class);
    assertThat(redact.get()).isInstanceOf(Done.class);
    assertThat(edit.get()).isEqualTo(new Refused(new NoSuchMessage(Stamps.msgid(message))));
    assertThat(changes(alice)).hasSize(1).first().isInstanceOf(Redacted.class);
    assertThat(bob.reads(Cast.channel("#tea"))).containsExactly("", "wait");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private CompletableFuture<Outcome> begin(Cast.Guest who, Request<? super ChannelState> request) {
    return cast.salon.ask(who.presence, who, null, Cast.channel("#tea"), request);
  }

  @Test
  void of_twenty_who_react_the_same_for_one_person_one_does() throws Exception {
    var alice = cast.guest("alice").joins("#tea");
    long message = id(alice.says("#tea", "tea?"));
    var start = new CountDownLatch(1);
    var answers = new ArrayList<CompletableFuture<Outcome>>();
    for (int i = 0; i < 20; i++) {
      answers.add(
          CompletableFuture.supplyAsync(
              () -> {
                await(start);
                return Salon.await(begin(alice, new React(message, "👍", true)));
              },
              Thread::startVirtualThread));
    }
    start.countDown();

    int done = 0;
    for (var answer : answers) {
      done += ((Done) answer.get()).events().size();
    }
    assertThat(done).isOne();
    assertThat(changes(alice)).hasSize(1);
  }

  @Test
  void nobody_reaches_what_was_said_before_they_could_read() {
    var alice = cast.guest("alice").joins("#tea");
    long message = id(alice.says("#tea", "long ago"));
    alice.leaves("bye");
    var bob = cast.guest("bob").joins("#tea");

    assertThat(bob.ask("#tea", new Redact(message, "")))
        .isEqualTo(new Refused(new NoSuchMessage(Stamps.msgid(message))));
  }

  @Test
  void a_member_reaches_what_was_said_in_an_earlier_life_of_the_channel() {
    var alice = cast.member("alice").joins("#tea");
    long message = id(alice.says("#tea", "long ago"));
    alice.leaves("bye");
    cast.guest("bob").joins("#tea");
    var again = cast.member("alice").joins("#tea");

    assertThat(again.ask("#tea", new Edit(message, "lately"))).isInstanceOf(Done.class);
  }

  @Test
  void what_cannot_be_stored_is_shown_to_nobody() {
    var alice = cast.guest("alice").joins("#tea");
    long message = id(alice.says("#tea", "one"));
    cast.store.isFull = true;
    assertThat(alice.ask("#tea", new Edit(message, "two")))
        .isEqualTo(new Refused(new NotStored("#tea")));
    cast.store.isFull = false;

    assertThat(changes(alice)).isEmpty();
    assertThat(alice.reads(Cast.channel("#tea"))).containsExactly("one");
    assertThat(alice.ask("#tea", new Edit(message, "two"))).isInstanceOf(Done.class);
  }

  @Test
  void what_a_client_asks_again_under_its_name_has_the_same_outcome() {
    var alice = cast.guest("alice").joins("#tea");
    var say = new Say(Form.MESSAGE, "once", Map.of(), null);
    var first = keyed(alice, say, "7");
    assertThat(keyed(alice, say, "7")).isEqualTo(first);
    assertThat(id(keyed(alice, say, "8"))).isGreaterThan(id(first));
    var edited = keyed(alice, new Edit(id(first), "twice"), "9");
    assertThat(((Done) keyed(alice, new Edit(id(first), "twice"), "9")).events())
        .isEqualTo(((Done) edited).events())
        .hasOnlyElementsOfType(Edited.class);

    assertThat(alice.heard()).containsExactly("once", "once");
    assertThat(changes(alice)).hasSize(1);
  }

  private Outcome keyed(Cast.Guest who, Request<? super ChannelState> request, String name) {
    return Salon.await(
        cast.salon.ask(
            who.presence, who, null, Cast.channel("#tea"), request, IdempotencyKey.ofClient(name)));
  }

  @Test
  void a_reply_names_what_it_answers_whichever_tag_a_client_knows() {
    var alice = cast.guest("alice").joins("#tea");
    long message = id(alice.says("#tea", "tea?"));
    var msgid = Stamps.msgid(message);
    for (var tags :
        List.of(ReplyTag.of(message), Map.of("+reply", msgid), Map.of("+draft/reply", msgid))) {
      alice.ask("#tea", new Say(Form.MESSAGE, "yes", tags, null));
      assertThat(((Said) alice.seen.getLast()).replyTo()).hasValue(message);
    }
    alice.ask("#tea", new Say(Form.MESSAGE, "yes", Map.of("+reply", "elsewhere"), null));
    assertThat(((Said) alice.seen.getLast()).replyTo()).isEmpty();
  }
}
