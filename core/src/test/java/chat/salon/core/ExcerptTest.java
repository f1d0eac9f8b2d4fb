package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void it_is_the_beginning_on_one_line_without_formatting() {
    assertThat(Excerpt.of("a\n b\t c ", 10)).isEqualTo("a b c");
    assertThat(Excerpt.of("\u0002bold\u000f \u000304,12red\u0003 9", 20)).isEqualTo("bold red 9");
    assertThat(Excerpt.of("", 5)).isEmpty();
  }

  @Test
  void it_is_cut_between_characters_and_says_so() {
    assertThat(Excerpt.of("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Excerpt.of("abcdef", 5)).isEqualTo("abcde…");
    assertThat(Excerpt.of("🫖🫖🫖", 2)).isEqualTo("🫖🫖…");
    assertThat(Excerpt.of("ab cdef", 3)).isEqualTo("ab…");
  }
}
