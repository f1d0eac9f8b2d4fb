package chat.salon.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private final HandClock clock = new HandClock();
  private final Throttle throttle = throttle(5);

  @Test
  void five_in_five_minutes_are_free() {
    count(4);
    assertThat(throttle.waitFor("key")).isZero();
    count(1);
    assertThat(throttle.waitFor("key")).isEqualTo(Duration.ofMinutes(1));
    assertThat(throttle.waitFor("other")).isZero();
  }

  @Test
  void what_is_older_than_the_window_is_free_again() {
    count(4);
    clock.forward(Duration.ofMinutes(5));
    count(4);
    assertThat(throttle.waitFor("key")).isZero();
    count(1);
    assertThat(throttle.waitFor("key")).isPositive();
  }

  @Test
  void the_window_slides() {
    for (int i = 0; i < 4; i++) {
      count(1);
      clock.forward(Duration.ofSeconds(80));
    }
    count(1); // the first is 5:20 old
    assertThat(throttle.waitFor("key")).isZero();
    count(1); // the second is 4:00 old
    assertThat(throttle.waitFor("key")).isPositive();
  }

  @Test
  void each_further_one_doubles_the_wait_up_to_a_quarter_of_an_hour() {
    count(5);
    for (int minutes : new int[] {1, 2, 4, 8, 15, 15, 15}) {
      assertThat(throttle.waitFor("key")).isEqualTo(Duration.ofMinutes(minutes));
      clock.forward(Duration.ofMinutes(minutes).minusMillis(1));
      assertThat(throttle.waitFor("key")).isEqualTo(Duration.ofMillis(1));
      clock.forward(Duration.ofMillis(1));
      assertThat(throttle.waitFor("key")).isZero();
      count(1);
    }
  }

  @Test
  void after_a_window_of_peace_all_is_forgiven() {
    count(6);
    clock.forward(Duration.ofMinutes(2 + 5));
    count(4);
    assertThat(throttle.waitFor("key")).isZero();
  }

  @Test
  void a_clock_that_is_set_back_neither_frees_nor_blocks_anybody_longer() {
    count(5);
    clock.forward(Duration.ofSeconds(40));
    assertThat(throttle.waitFor("key")).isEqualTo(Duration.ofSeconds(20));
    clock.back(Duration.ofDays(3));
    assertThat(throttle.waitFor("key")).isEqualTo(Duration.ofSeconds(20));
    clock.forward(Duration.ofSeconds(20));
    assertThat(throttle.waitFor("key")).isZero();
  }

  @Test
  void none_free_is_no_limit() {
    var off = throttle(0);
    for (int i = 0; i < 100; i++) {
      off.count("key");
    }
    assertThat(off.waitFor("key")).isZero();
  }

  @Test
  void one_free_blocks_at_once() {
    var strict = throttle(1);
    strict.count("key");
    assertThat(strict.waitFor("key")).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void forgets_the_oldest_key_when_there_are_too_many() {
    count(5);
    for (int i = 0; i < 19_999; i++) {
      throttle.count("key " + i);
    }
    assertThat(throttle.waitFor("key")).isPositive();
    throttle.count("one more");
    assertThat(throttle.waitFor("key")).isZero();
  }

  private void count(int times) {
    for (int i = 0; i < times; i++) {
      throttle.count("key");
    }
  }

  private Throttle throttle(int free) {
    return new Throttle(
        free,
        Duration.ofMinutes(5),
        Duration.ofMinutes(1),
        Duration.ofMinutes(15),
        new ForwardTime(clock));
  }
}
