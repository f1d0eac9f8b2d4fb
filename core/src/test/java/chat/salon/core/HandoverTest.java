package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class HandoverTest {
  private static final int THREADS = 20;
  private static final int EACH = 2000;

  private final Queue<Integer> waiting = new ConcurrentLinkedQueue<>();
  private final Semaphore taken = new Semaphore(0);

  private void take() {
    while (waiting.poll() != null) {
      taken.release();
    }
  }

  @Test
  void nothing_that_is_handed_over_stays_behind() throws InterruptedException {
    var handover = new Handover(this::take);
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < THREADS; i++) {
      threads.add(
          Thread.startVirtualThread(() -> {
            for (int n = 0; n < EACH; n++) {
              waiting.add(n);
              handover.soon();
            }
          }));
    }
    assertThat(taken.tryAcquire(THREADS * EACH, 30, TimeUnit.SECONDS)).isTrue();
    for (var thread : threads) {
      thread.join();
    }
    assertThat(waiting).isEmpty();
  }

  @Test
  void a_thread_of_any_kind_is_answered_while_nothing_else_happens() throws InterruptedException {
    var handover = new Handover(this::take);
    waiting.add(1);
    handover.soon();
    assertThat(taken.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
  }
}
