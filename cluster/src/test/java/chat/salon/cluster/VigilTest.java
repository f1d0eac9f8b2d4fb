package chat.salon.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class VigilTest {
  private static final Duration MOST = Duration.ofSeconds(2);
  private static final Duration NEVER = Duration.ofMillis(1);

  private final Queue<CompletableFuture<Boolean>> asked = new ArrayDeque<>();
  private long nanos;
  private long millis = 1_000;
  private final Vigil vigil = new Vigil(MOST, () -> nanos, () -> millis, this::ask);

  private CompletableFuture<Boolean> ask() {
    var answer = new CompletableFuture<Boolean>();
    asked.add(answer);
    return answer;
  }

  private void passes(Duration time) {
    nanos += time.toNanos();
    millis += time.toMillis();
  }

  @Test
  void a_node_that_goes_on_is_sure() throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      passes(MOST);
      vigil.beat();
      assertThat(vigil.isInDoubt()).isFalse();
      assertThat(vigil.awaitSure(NEVER)).isTrue();
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void a_node_that_stood_still_knows_before_its_next_beat() throws InterruptedException {
    passes(MOST.plusMillis(1));
    assertThat(vigil.isInDoubt()).isTrue();
    assertThat(vigil.awaitSure(NEVER)).isFalse();
    passes(Duration.ofMillis(1));
    assertThat(vigil.isInDoubt()).as("and does not forget it").isTrue();
  }

  @Test
  void a_machine_that_slept_is_known_by_the_clock_of_the_wall() {
    millis += MOST.toMillis() + 1;
    assertThat(vigil.isInDoubt()).isTrue();
  }

  @Test
  void it_asks_until_all_others_say_that_it_is_one_of_them() throws InterruptedException {
    passes(MOST.multipliedBy(2));
    vigil.beat();
    vigil.beat();
    assertThat(asked).as("one question at a time").hasSize(1);
    asked.remove().complete(false);
    assertThat(vigil.isInDoubt()).isTrue();
    vigil.beat();
    asked.remove().completeExceptionally(new IllegalStateException("nobody answers"));
    assertThat(vigil.isInDoubt()).isTrue();
    vigil.beat();
    asked.remove().complete(true);
    assertThat(vigil.isInDoubt()).isFalse();
    assertThat(vigil.awaitSure(NEVER)).isTrue();
  }

  @Test
  void an_answer_from_before_it_stood_still_again_says_nothing() {
    passes(MOST.multipliedBy(2));
    vigil.beat();
    passes(MOST.multipliedBy(2));
    asked.remove().complete(true);
    assertThat(vigil.isInDoubt()).isTrue();
    vigil.beat();
    asked.remove().complete(true);
    assertThat(vigil.isInDoubt()).isFalse();
  }

  @Test
  void who_was_put_out_is_never_sure_again() throws InterruptedException {
    passes(MOST.multipliedBy(2));
    vigil.beat();
    vigil.end();
    assertThat(vigil.awaitSure(Duration.ofMinutes(1))).isFalse();
    asked.remove().complete(true);
    assertThat(vigil.isInDoubt()).isTrue();
  }
}
