package chat.salon.store;

import static chat.salon.store.Cast.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.core.ChannelName;
import chat.salon.core.Event;
import chat.salon.core.Event.Invited;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Stamp;
import chat.salon.core.StoreException;
import chat.salon.core.port.Batch;
import chat.salon.core.port.Head;
import chat.salon.store.Watch.Patience;
import chat.salon.testing.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is appended at the same time shares a transaction, and nobody's fault is another's.
class GroupCommitTest extends OnEachDatabase {
  private final Gate gate = new Gate();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Store store;

  @BeforeEach
  void open() {
    store = openStore(gate::around, Patience.DEFAULT);
  }

  @AfterEach
  void close() {
    gate.open();
    threads.close();
    store.close();
  }

  @Test
  void what_comes_during_a_commit_shares_the_next_one() throws Exception {
    int many = 50;
    var talks = talks(many + 1);
    var first = appendWhileHeld(() -> talks.getFirst().say(ALICE, "first"));
    var rest = new ArrayList<Future<Said>>();
    for (var talk : talks.subList(1, many + 1)) {
      rest.add(threads.submit(() -> talk.say(ALICE, "one of many")));
    }
    awaitWaiting(many);
    long before = store.commits();
    gate.open();

    first.get();
    for (var one : rest) {
      one.get();
    }
    assertThat(store.commits() - before).isEqualTo(2);
    assertThat(talks).allSatisfy(talk -> assertThat(talk.all()).hasSize(1));
  }

  @Test
  void an_owner_that_is_none_any_more_fails_alone() throws Exception {
    var talks = talks(3);
    talks.forEach(talk -> talk.say(ALICE, "before"));
    var stale = talks.get(1);
    stale.epoch(-1);

    var outcomes = whileHeld(talks, talk -> talk.say(ALICE, "after"));

    outcomes.get(0).get();
    assertRefused(outcomes.get(1), "Another owner writes to conversation 2.");
    outcomes.get(2).get();
    assertThat(talks).extracting(talk -> talk.all().size()).containsExactly(2, 1, 2);
  }

  @Test
  void an_owner_that_missed_an_event_fails_though_its_epoch_is_right() {
    var tea = talks(1).getFirst();
    var behind = new Talk(store, tea.where);
    tea.say(ALICE, "first");

    assertThatThrownBy(() -> behind.say(ALICE, "another first")).isInstanceOf(StoreException.class);
    assertThat(tea.all()).hasSize(1);
  }

  @Test
  void a_batch_that_the_database_refuses_fails_alone_and_leaves_nothing() throws Exception {
    var talks = talks(3);

    var outcomes =
        whileHeld(
            talks,
            talk -> {
              if (talk == talks.get(1)) {
                var stamp = talk.stamp();
                var said = said(talk, new Stamp(stamp.id(), 1));
                var again = said(talk, new Stamp(stamp.id(), 2));
                var head = new Head(stamp.id(), 2, 0, false, 0);
                store.messageLog().append(new Batch(talk.where, head, List.of(said, again), null));
                return said;
              }
              return talk.say(ALICE, "hello");
            });

    outcomes.get(0).get();
    assertRefused(outcomes.get(1), "writing");
    outcomes.get(2).get();
    assertThat(talks).extracting(talk -> talk.all().size()).containsExactly(1, 0, 1);
    assertThat(store.conversations().lastId())
        .isEqualTo(Math.max(talks.get(0).head().lastId(), talks.get(2).head().lastId()));
  }

  @Test
  void an_event_that_cannot_be_kept_leaves_nothing_for_the_next_batch() {
    var talk = talks(1).getFirst();
    var said = said(talk, talk.stamp());
    var invited = new Invited(talk.stamp(), talk.channel(), ALICE, ALICE);

    assertThatThrownBy(() ->
            store
                .messageLog()
                .append(new Batch(talk.where, talk.head(), List.of(said, invited), null)))
        .isInstanceOf(StoreException.class);
    var again = new Talk(store, talk.where);
    var kept = again.say(ALICE, "the only one");
    assertThat(again.all()).containsExactly(kept);
  }

  @Test
  void each_conversation_keeps_its_order_while_many_write() throws Exception {
    int each = 100;
    var talks = talks(20);
    var writers = new ArrayList<Future<?>>();
    for (var talk : talks) {
      writers.add(
          threads.submit(
              () -> IntStream.range(0, each).forEach(i -> talk.say(ALICE, "number " + i))));
    }
    for (var writer : writers) {
      writer.get();
    }

    for (var talk : talks) {
      var all = talk.all();
      assertThat(all)
          .extracting(event -> event.stamp().seq())
          .containsExactlyElementsOf(LongStream.rangeClosed(1, each).boxed().toList());
      assertThat(all).extracting(event -> ((Said) event).text()).endsWith("number " + (each - 1));
    }
    assertThat(store.commits()).isLessThan(20L * each);
  }

  @Test
  void what_waits_when_the_store_closes_is_committed_first() throws Exception {
    var talks = talks(2);
    var first = appendWhileHeld(() -> talks.getFirst().say(ALICE, "first"));
    var second = threads.submit(() -> talks.getLast().say(ALICE, "second"));
    awaitWaiting(1);
    var closing = threads.submit(store::close);
    gate.open();

    first.get();
    second.get();
    closing.get();
    assertThatThrownBy(() -> talks.getFirst().say(ALICE, "too late"))
        .isInstanceOf(StoreException.class)
        .hasMessage("The store is closed.");
  }

  @Test
  void work_that_does_not_begin_in_time_is_withdrawn_and_one_that_does_not_end_is_told_of()
      throws Exception {
    store.close();
    var hasty = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(1));
    store = openStore(gate::around, hasty);
    var talks = talks(2);
    var stuck = appendWhileHeld(() -> talks.getFirst().say(ALICE, "stuck"));

    assertThatThrownBy(() -> talks.getLast().say(ALICE, "waits"))
        .isInstanceOf(StoreException.class)
        .hasMessage("The store is too busy.");
    assertRefused(stuck, "The store does not answer.");
    assertThat(store.health().isWritable()).isFalse();
    assertThat(store.health().why()).contains("a commit did not end in PT1S");
    gate.open();
    if (engine == Engine.SQLITE) { // the disk cannot be trusted; a server looks after its own
      assertThatThrownBy(() -> talks.getLast().say(ALICE, "too late"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("a commit did not end in PT1S");
      assertThat(talks.getLast().all()).isEmpty();
    } else {
      var kept = new Talk(store, talks.getLast().where).say(ALICE, "after all");
      assertThat(talks.getLast().all()).containsExactly(kept);
      assertThat(store.health().isWritable()).isTrue();
    }
  }

  @Test
  @Timeout(30)
  void who_waits_for_a_stuck_commit_is_answered_after_the_store_was_closed() throws Exception {
    store.close();
    var hasty = new Patience(Duration.ofMillis(100), Duration.ofMillis(500));
    store = openStore(gate::around, hasty);
    var talk = talks(1).getFirst();
    var stuck = appendWhileHeld(() -> talk.say(ALICE, "stuck"));

    store.close();

    assertRefused(stuck, "The store does not answer.");
    gate.open();
  }

  private interface Say {
    Event say(Talk talk);
  }

  /// Lets each talk say something while a commit is held up, so that all share the next one.
  private List<Future<Event>> whileHeld(List<Talk> talks, Say say) throws Exception {
    var held = appendWhileHeld(() -> new Talk(store, channel(99)).say(ALICE, "held"));
    var outcomes = new ArrayList<Future<Event>>();
    for (var talk : talks) {
      outcomes.add(threads.submit(() -> say.say(talk)));
      awaitWaiting(outcomes.size());
    }
    long before = store.commits();
    gate.open();
    held.get();
    for (var outcome : outcomes) {
      while (!outcome.isDone()) {
        Thread.onSpinWait();
      }
    }
    assertThat(store.commits() - before).isEqualTo(2);
    return outcomes;
  }

  private Future<Said> appendWhileHeld(Callable<Said> append) throws InterruptedException {
    gate.hold();
    var first = threads.submit(append);
    gate.awaitHeld();
    return first;
  }

  private void awaitWaiting(int many) {
    while (store.waiting() < many) {
      Thread.onSpinWait();
    }
  }

  private static Said said(Talk talk, Stamp stamp) {
    return new Said(stamp, talk.where, ALICE, Form.MESSAGE, "#x", null, "hi", Map.of(), null);
  }

  private List<Talk> talks(int many) {
    return IntStream.rangeClosed(1, many).mapToObj(i -> new Talk(store, channel(i))).toList();
  }

  private static ChannelName channel(int number) {
    return ChannelName.trusted("#" + number);
  }

  private static void assertRefused(Future<?> outcome, String why) {
    assertThatThrownBy(outcome::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(why);
  }
}
