package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ArrivalsTest {
  private final Arrivals arrivals = new Arrivals();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  @Test
  void the_first_may_begin_and_answer_at_once() {
    var ticket = arrivals.take();
    ticket.awaitTurn();
    ticket.awaitEffects();
    ticket.settled();
  }

  @Test
  void the_second_begins_when_the_first_is_placed() throws InterruptedException {
    var first = arrivals.take();
    var second = arrivals.take();
    var waiting =
        Thread.startVirtualThread(() -> {
          second.awaitTurn();
          seen.add("second");
        });
    seen.add("first");
    first.placed();
    waiting.join();
    assertThat(seen).containsExactly("first", "second");
  }

  @Test
  void an_answer_waits_until_all_that_came_before_is_settled() throws InterruptedException {
    var first = arrivals.take();
    var second = arrivals.take();
    var third = arrivals.take();
    first.placed();
    second.placed();
    var waiting =
        Thread.startVirtualThread(() -> {
          third.awaitEffects();
          seen.add("answer");
        });
    second.settled();
    seen.add("effect");
    first.settled();
    waiting.join();
    assertThat(seen).containsExactly("effect", "answer");
  }

  @Test
  void who_waits_for_effects_holds_nobody_up_from_beginning() throws InterruptedException {
    var first = arrivals.take();
    var second = arrivals.take();
    var third = arrivals.take();
    first.placed();
    var answered = Thread.startVirtualThread(second::awaitEffects);
    third.awaitTurn();
    third.settled();
    first.settled();
    answered.join();
  }

  @Test
  void a_ticket_that_was_placed_early_begins_at_once() {
    arrivals.take().placed();
    var second = arrivals.take();
    second.placed();
    second.awaitTurn();
  }

  @Test
  void thousands_of_inputs_are_begun_in_the_order_of_their_tickets() throws InterruptedException {
    int count = 2_000;
    var began = Collections.synchronizedList(new ArrayList<Integer>());
    var done = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      int number = i;
      var ticket = arrivals.take();
      Thread.startVirtualThread(() -> {
        ticket.awaitTurn();
        began.add(number);
        ticket.placed();
        ticket.settled();
        done.countDown();
      });
    }
    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(began).isSorted().hasSize(count);
  }

  @Test
  void who_has_waited_long_enough_frees_those_behind_it_too() {
    var impatient = new Arrivals(Duration.ofMillis(1));
    impatient.take(); // and is never heard of again
    var second = impatient.take();
    second.awaitTurn();
    second.awaitEffects();
    second.settled();
    var third = impatient.take();
    assertThat(third.mayBegin()).isTrue();
    assertThat(third.mayAnswer()).isTrue();
  }
}
