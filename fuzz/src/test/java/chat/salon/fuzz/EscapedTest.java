package chat.salon.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscapedTest {

  @Test
  void any_bytes_are_one_line_of_a_corpus_and_come_back() {
    var random = new Random(1);
    var likely = " #\\{}*\r\n\0\u00e9a";
    for (int i = 0; i < 20_000; i++) {
      var bytes = new byte[random.nextInt(40)];
      for (int at = 0; at < bytes.length; at++) {
        boolean isLikely = random.nextInt(4) > 0;
        bytes[at] =
            (byte) (isLikely ? likely.charAt(random.nextInt(likely.length())) : random.nextInt());
        if (at > 0 && random.nextInt(3) == 0) bytes[at] = bytes[at - 1];
      }
      var line = Escaped.write(bytes);
      assertThat(line).matches("[!-~][ -~]*").doesNotStartWith("#");
      assertThat(Escaped.read(line)).isEqualTo(bytes);
    }
  }

  @Test
  void repeats_are_short() {
    assertThat(Escaped.write("a".repeat(510).getBytes(UTF_8))).isEqualTo("\\*510{a}");
    assertThat(new String(Escaped.read("x\\*3{\\r\u00e9}y"), UTF_8))
        .isEqualTo("x\r\u00e9\r\u00e9\r\u00e9y");
  }

  @Test
  void nothing_is_written_too() {
    assertThat(Escaped.write(new byte[0])).isEqualTo("\\e");
    assertThat(Escaped.read("\\e")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\q", "\\", "\\*3", "\\*3{a", "\\xg0", "\\*x{a}"})
  void what_is_no_escape_is_refused(String line) {
    assertThatIllegalArgumentException().isThrownBy(() -> Escaped.read(line));
  }
}
