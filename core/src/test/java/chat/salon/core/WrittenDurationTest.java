package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WrittenDurationTest {
  @ParameterizedTest
  @CsvSource({
    "45s, PT45S",
    "30m, PT30M",
    "1h, PT1H",
    "7d, PT168H",
    "7j, PT168H",
    "4w, PT672H",
    "1D12H, PT36H",
    "1h30m, PT90M",
    "999999w, PT167999832H"
  })
  void what_people_write_is_read(String written, Duration meant) {
    assertThat(WrittenDuration.parse(written)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "d", "7x", "-7d", "+7d", "1,5h", "7 d", "0m", "1234567s", "١h"})
  void what_is_none_is_not(String written) {
    assertThat(WrittenDuration.parse(written)).isEmpty();
  }

  @Test
  void words_behind_a_name_are_a_duration_and_a_reason_or_either() {
    assertThat(BanWords.of("7d spam and eggs")).isEqualTo(new BanWords("7d", "spam and eggs"));
    assertThat(BanWords.of("spam 7d")).isEqualTo(new BanWords("", "spam 7d"));
    assertThat(BanWords.of("7d")).isEqualTo(new BanWords("7d", ""));
    assertThat(BanWords.of("")).isEqualTo(new BanWords("", ""));
    assertThat(BanWords.of("7days of spam")).isEqualTo(new BanWords("7days", "of spam"));
  }
}
