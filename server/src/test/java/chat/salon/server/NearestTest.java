package chat.salon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> WORDS = List.of("nick_length", "key_length", "listen");

  @Test
  void a_slip_leads_to_the_word() {
    assertThat(Nearest.to("nik_length", WORDS)).contains("nick_length");
    assertThat(Nearest.to("lisetn", WORDS)).contains("listen");
  }

  @Test
  void another_word_leads_nowhere() {
    assertThat(Nearest.to("colour", WORDS)).isEmpty();
    assertThat(Nearest.to("", WORDS)).isEmpty();
  }

  @Test
  void two_swapped_letters_are_one_change() {
    assertThat(Nearest.changes("ab", "ba")).isEqualTo(1);
    assertThat(Nearest.changes("abc", "abc")).isZero();
    assertThat(Nearest.changes("", "abc")).isEqualTo(3);
  }
}
