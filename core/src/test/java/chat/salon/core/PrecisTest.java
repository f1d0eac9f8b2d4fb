package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names in any script.
class PrecisTest {
  @ParameterizedTest
  @CsvSource({
    "evan, \u0435van", // Cyrillic e
    "paypal, p\u0430yp\u0430l",
    "alice, \u0391LICE", // Greek Alpha
    "h\u00e9l\u00e8ne, H\u00c9L\u00c8NE",
    "\u043c\u043e\u0441\u043a\u0432\u0430, \u041c\u041eC\u041a\u0412\u0410", // a Latin C
  })
  void names_that_look_alike_are_the_same(String one, String other) {
    assertThat(Precis.fold(other)).isEqualTo(Precis.fold(one));
  }

  @ParameterizedTest
  @CsvSource({"alice1, alicel", "mom, rnorn", "jose, jos\u00e9", "anna, \u05d0nna"})
  void names_that_can_be_told_apart_are_not(String one, String other) {
    assertThat(Precis.fold(other)).isNotEqualTo(Precis.fold(one));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u041c\u0430\u0448\u0430",
        "\u5c0f\u660e",
        "\u05d3\u05d5\u05d3",
        "\u0639\u0644\u064a9"
      })
  void every_script_is_welcome(String name) {
    assertThat(Precis.isWritten(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u200bb", // of no width
        "a\u202eb", // turns the direction
        "\uff41bc", // of full width
        "e\u0301a", // not composed
        "\u0301a", // a mark without a letter
        "ab\u05d0", // in two directions
        "\u2603a", // a snowman
      })
  void what_deceives_the_eye_is_not(String name) {
    assertThat(Precis.isWritten(name)).isFalse();
  }

  @Test
  void folding_once_more_changes_nothing() throws IOException {
    try (var in = PrecisTest.class.getResourceAsStream("confusables.txt")) {
      assertThat(in).isNotNull();
      new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Character.toString(Integer.parseInt(line.split(" ")[0], 16)))
          .forEach(letter -> {
            var folded = Precis.fold(letter);
            assertThat(Precis.fold(folded)).isEqualTo(folded);
            assertThat(folded).doesNotContain(" ", ",", "!", "@", "*", "?", ".", "#");
          });
    }
  }
}
