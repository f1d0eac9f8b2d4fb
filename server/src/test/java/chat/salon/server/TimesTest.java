package chat.salon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimesTest {

  @Test
  void times_are_read_in_every_unit_and_seconds_without_one() {
    assertThat(Times.parse("500ms")).isEqualTo(Duration.ofMillis(500));
    assertThat(Times.parse("90")).isEqualTo(Duration.ofSeconds(90));
    assertThat(Times.parse("90s")).isEqualTo(Duration.ofSeconds(90));
    assertThat(Times.parse("5 m")).isEqualTo(Duration.ofMinutes(5));
    assertThat(Times.parse("2h")).isEqualTo(Duration.ofHours(2));
    assertThat(Times.parse("7d")).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void a_time_is_shown_in_its_greatest_whole_unit() {
    for (var text : new String[] {"0s", "1ms", "1500ms", "90s", "5m", "23h", "2m", "7d"}) {
      assertThat(Times.show(Times.parse(text))).isEqualTo(text);
    }
  }

  @Test
  void what_is_no_time_is_refused() {
    for (var text : new String[] {"", "soon", "5 weeks", "-1s", "1.5h"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> Times.parse(text));
    }
  }
}
