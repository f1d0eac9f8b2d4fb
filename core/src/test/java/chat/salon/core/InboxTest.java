package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Arrivals.Ticket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

final class InboxTest {
  private final Arrivals arrivals = new Arrivals(Duration.ofMinutes(1));
  private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();

  private Inbox<String> inbox(int capacity, BiConsumer<String, Ticket> work) {
    return new Inbox<>(
        arrivals,
        capacity,
        Thread::startVirtualThread,
        new Inbox.Handler<>() {
          @Override
          public void take(String input, Ticket ticket) {
            work.accept(input, ticket);
            taken.add(input);
            ticket.settled();
          }

          @Override
          public void caughtUp() {}
        });
  }

  private List<String> next(int count) throws InterruptedException {
    var inputs = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      var input = taken.poll(10, TimeUnit.SECONDS);
      assertThat(input).as("input %s of %s", i + 1, count).isNotNull();
      inputs.add(input);
    }
    return inputs;
  }

  @Test
  void takes_input_one_after_the_other() throws InterruptedException {
    var inbox = inbox(100, (_, _) -> {});
    for (int i = 0; i < 50; i++) {
      assertThat(inbox.offer("line " + i)).isTrue();
    }
    assertThat(next(50)).startsWith("line 0", "line 1").endsWith("line 49");
  }

  @Test
  void refuses_what_there_is_no_room_for() throws InterruptedException {
    var gate = new CountDownLatch(1);
    var started = new CountDownLatch(1);
    var inbox =
        inbox(
            2,
            (_, _) -> {
              started.countDown();
              awaitQuietly(gate);
            });
    assertThat(inbox.offer("being taken")).isTrue();
    started.await();
    assertThat(inbox.offer("waits")).isTrue();
    assertThat(inbox.offer("waits too")).isTrue();
    assertThat(inbox.offer("one too many")).isFalse();
    gate.countDown();
    assertThat(next(3)).containsExactly("being taken", "waits", "waits too");
  }

  @Test
  void what_waits_behind_something_slow_holds_nobody_up() throws InterruptedException {
    var gate = new CountDownLatch(1);
    var slow =
        new Object() {
          Inbox<String> inbox;
        };
    var isSlow = new CountDownLatch(1);
    slow.inbox =
        inbox(
            10,
            (input, ticket) -> {
              if (input.equals("hash")) {
                ticket.settled();
                slow.inbox.apart(() -> {
                  isSlow.countDown();
                  return awaitQuietly(gate);
                });
              }
            });
    slow.inbox.offer("hash");
    isSlow.await();
    slow.inbox.offer("behind it");

    inbox(10, (_, _) -> {}).offer("another session");
    assertThat(next(1)).containsExactly("another session");
    gate.countDown();
    assertThat(next(2)).containsExactly("hash", "behind it");
  }

  @Test
  void what_came_during_something_slow_does_not_wait_for_what_came_after() throws Exception {
    var waits = new LinkedBlockingQueue<Long>();
    var session =
        new Object() {
          Inbox<String> inbox;
        };
    session.inbox =
        inbox(
            10,
            (input, ticket) -> {
              long start = System.nanoTime();
              if (input.equals("read history")) {
                ticket.settled();
                session.inbox.apart(() -> session.inbox.offer("during"));
                session.inbox.offer("after");
              } else {
                ticket.awaitEffects();
              }
              waits.add(System.nanoTime() - start);
            });
    session.inbox.offer("read history");
    assertThat(next(3)).containsExactly("read history", "during", "after");
    assertThat(waits).allMatch(nanos -> nanos < TimeUnit.SECONDS.toNanos(1));
  }

  @Test
  void goes_on_after_a_fault_of_one_input() throws InterruptedException {
    var inbox =
        inbox(
            10,
            (input, ticket) -> {
              if (input.equals("bad")) {
                throw new IllegalStateException("as the test wants it");
              }
            });
    inbox.offer("bad");
    inbox.offer("good");
    assertThat(next(1)).containsExactly("good");
  }

  @Test
  void takes_nothing_while_paused_and_the_rest_when_resumed() throws InterruptedException {
    var holder =
        new Object() {
          Inbox<String> inbox;
        };
    var paused = new CountDownLatch(1);
    holder.inbox =
        inbox(
            10,
            (input, ticket) -> {
              if (input.equals("too fast")) {
                holder.inbox.pause();
                holder.inbox.await(() -> true);
                paused.countDown();
              }
            });
    holder.inbox.offer("too fast");
    paused.await();
    assertThat(next(1)).containsExactly("too fast");
    holder.inbox.offer("later");
    inbox(10, (_, _) -> {}).offer("another session");
    assertThat(next(1)).containsExactly("another session");
    assertThat(holder.inbox.size()).isOne();
    holder.inbox.resume();
    assertThat(next(1)).containsExactly("later");
  }

  @Test
  void an_abort_drops_what_waits() throws InterruptedException {
    var holder =
        new Object() {
          Inbox<String> inbox;
        };
    holder.inbox =
        inbox(
            10,
            (input, ticket) -> {
              if (input.equals("first")) {
                holder.inbox.offer("dropped");
                holder.inbox.abort("ended");
              }
            });
    holder.inbox.offer("first");
    assertThat(next(2)).containsExactly("first", "ended");
    assertThat(holder.inbox.size()).isZero();
  }

  private static boolean awaitQuietly(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void takes_nothing_after_the_last() throws InterruptedException {
    var inbox = inbox(100, (_, _) -> {});
    inbox.finish("the last");
    assertThat(inbox.offer("too late")).isFalse();
    assertThat(next(1)).containsExactly("the last");
    assertThat(inbox.size()).isZero();
  }

  @Test
  void an_error_ends_neither_the_session_nor_the_order_of_the_others() throws InterruptedException {
    var inbox =
        inbox(
            100,
            (input, _) -> {
              if (input.equals("bad")) {
                throw new AssertionError("as the test wants it");
              }
            });
    inbox.offer("bad");
    inbox.offer("good");
    assertThat(next(1)).containsExactly("good");
    assertThat(CompletableFuture.runAsync(arrivals::awaitAll)).succeedsWithin(10, TimeUnit.SECONDS);
  }
}
