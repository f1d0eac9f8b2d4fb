package chat.salon.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SearchRateTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @Test
  void each_has_so_many_in_a_minute_and_then_one_after_the_other() {
    var rate = new SearchRate(60);
    for (int i = 0; i < 60; i++) {
      assertThat(rate.take("alice", 0)).isZero();
    }
    assertThat(rate.take("alice", 0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(rate.take("bob", 0)).isZero();
    assertThat(rate.take("alice", SECOND / 2)).isEqualTo(Duration.ofMillis(500));
    assertThat(rate.take("alice", SECOND)).isZero();
    assertThat(rate.take("alice", SECOND)).isPositive();
  }

  @Test
  void none_is_no_limit() {
    var rate = new SearchRate(0);
    for (int i = 0; i < 1000; i++) {
      assertThat(rate.take("alice", 0)).isZero();
    }
  }
}
