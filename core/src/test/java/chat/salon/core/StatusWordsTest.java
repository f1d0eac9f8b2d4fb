package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatusWordsTest {
  @Test
  void a_duration_may_come_before_the_text() {
    assertThat(StatusWords.of("1h30m 📅 en réunion"))
        .isEqualTo(new StatusWords("1h30m", "📅 en réunion"));
    assertThat(StatusWords.of("en réunion")).isEqualTo(new StatusWords(null, "en réunion"));
    assertThat(StatusWords.of("3 petits cochons"))
        .isEqualTo(new StatusWords(null, "3 petits cochons"));
    assertThat(StatusWords.of("2j")).isEqualTo(new StatusWords("2j", ""));
    assertThat(StatusWords.of("")).isEqualTo(new StatusWords(null, ""));
  }
}
