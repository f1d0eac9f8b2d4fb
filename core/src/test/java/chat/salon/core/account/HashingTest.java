package chat.salon.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HashingTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void gives_what_the_work_gives() {
    assertThat(new Hashing(1, 1, LONG).run(() -> "done")).contains("done");
  }

  @Test
  void throws_what_the_work_throws() {
    var hashing = new Hashing(1, 1, LONG);
    assertThatThrownBy(() ->
            hashing.run(() -> {
              throw new IllegalArgumentException("no");
            }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no");
    assertThat(hashing.run(() -> "next")).contains("next");
  }

  @Test
  void works_on_threads_that_the_system_shares_out_and_that_hold_up_no_exit() {
    var thread = new Hashing(1, 1, LONG).run(Thread::currentThread).orElseThrow();
    assertThat(thread.isVirtual()).isFalse();
    assertThat(thread.isDaemon()).isTrue();
  }

  @Test
  void refuses_when_the_line_is_full() throws InterruptedException, ExecutionException {
    var hashing = new Hashing(2, 3, LONG);
    var gate = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var callers = new ExecutorCompletionService<Optional<String>>(threads);
      for (int i = 0; i < 20; i++) {
        callers.submit(() -> hashing.run(() -> waitAt(gate)));
      }
      for (int i = 0; i < 15; i++) {
        assertThat(callers.take().get()).isEmpty();
      }
      gate.countDown();
      for (int i = 0; i < 5; i++) {
        assertThat(callers.take().get()).contains("through");
      }
    }
  }

  @Test
  void gives_up_on_a_slow_line_and_then_does_not_work() {
    var hashing = new Hashing(1, 5, Duration.ofMillis(500));
    var begun = new CountDownLatch(1);
    var gate = new CountDownLatch(1);
    var late = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          threads.submit(() ->
              hashing.run(() -> {
                begun.countDown();
                return waitAt(gate);
              }));
      waitAt(begun);
      assertThat(hashing.run(late::incrementAndGet)).isEmpty();
      gate.countDown();
      // and what runs may take longer than anybody waits in line
      assertThat(first).succeedsWithin(LONG).isEqualTo(Optional.of("through"));
    }
    assertThat(late).hasValue(0);
  }

  @Test
  void a_caller_who_is_interrupted_leaves_the_line() {
    var hashing = new Hashing(1, 1, LONG);
    var gate = new CountDownLatch(1);
    Thread.currentThread().interrupt();
    assertThat(hashing.run(() -> waitAt(gate))).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
    gate.countDown();
    assertThat(hashing.run(() -> "next")).contains("next");
  }

  private static String waitAt(CountDownLatch gate) {
    try {
      gate.await();
      return "through";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
