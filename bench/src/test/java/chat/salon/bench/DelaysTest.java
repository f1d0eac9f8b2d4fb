package chat.salon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DelaysTest {
  private final Delays delays = new Delays();

  @Test
  void a_delay_counts_from_when_a_message_was_due() {
    delays.begin(1_000);
    delays.record(2_000, 52_000);

    var histogram = delays.histogram();
    assertThat(histogram.valuesAreEquivalent(histogram.getMaxValue(), 50_000)).isTrue();
  }

  @Test
  void only_what_was_due_in_the_window_is_recorded_however_late_it_comes() {
    delays.record(500, 600);
    delays.begin(1_000);
    delays.record(999, 5_000);
    delays.record(1_000, 1_100);
    delays.record(1_500, 9_500);
    delays.end(2_000);
    delays.record(1_999, 1_000_000);
    delays.record(2_000, 2_001);

    assertThat(delays.histogram().getTotalCount()).isEqualTo(3);
    assertThat(delays.histogram().getMaxValue()).isGreaterThanOrEqualTo(998_001);
  }

  @Test
  void the_clock_may_pass_its_largest_number() {
    delays.begin(Long.MAX_VALUE - 10);
    delays.record(Long.MIN_VALUE + 10, Long.MIN_VALUE + 30);

    assertThat(delays.histogram().getMaxValue()).isEqualTo(20);
  }
}
