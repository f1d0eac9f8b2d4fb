package chat.salon.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WordsTest {
  @Test
  void words_fill_as_few_lines_as_it_takes() {
    assertThat(Words.lines(List.of(), 9)).isEmpty();
    assertThat(Words.lines(List.of("one", "two", "three"), 9)).containsExactly("one two", "three");
    assertThat(Words.lines(List.of("one", "two", "three"), 13)).containsExactly("one two three");
  }

  @Test
  void what_a_client_sent_is_named_in_one_word_that_fits() {
    assertThat(Words.named("bob")).isEqualTo("bob");
    assertThat(Words.named("bob smith")).isEqualTo("*");
    assertThat(Words.named(":bob")).isEqualTo("*");
    assertThat(Words.named("")).isEqualTo("*");
    assertThat(Words.named("b".repeat(500))).hasSize(200);
  }

  @Test
  void an_address_never_begins_with_a_colon() {
    assertThat(Words.address("::1")).isEqualTo("0::1");
    assertThat(Words.address("192.0.2.1")).isEqualTo("192.0.2.1");
  }
}
