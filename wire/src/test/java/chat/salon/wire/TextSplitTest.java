package chat.salon.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TextSplitTest {

  @Test
  void a_text_that_fits_stays_as_it_is() {
    assertThat(TextSplit.fit("tea", 3)).isEqualTo("tea");
    assertThat(TextSplit.fit("", 0)).isEmpty();
    assertThat(TextSplit.split("", 4)).containsExactly("");
  }

  @Test
  void a_text_is_cut_to_its_bytes() {
    assertThat(TextSplit.fit("teapot", 3)).isEqualTo("tea");
    assertThat(TextSplit.split("teapots", 4)).containsExactly("teap", "ots");
  }

  @Test
  void no_code_point_is_cut() {
    assertThat(TextSplit.fit("é", 1)).isEmpty();
    assertThat(TextSplit.fit("aé", 2)).isEqualTo("a");
    assertThat(TextSplit.fit("ab😀", 5)).isEqualTo("ab");
    assertThat(TextSplit.fit("ab😀", 6)).isEqualTo("ab😀");
  }

  @Test
  void what_looks_like_one_character_is_not_cut_if_it_can_be_helped() {
    assertThat(TextSplit.fit("xe\u0301", 2)).isEqualTo("x");
    assertThat(TextSplit.fit("x👩\u200D🚀y", 6)).isEqualTo("x");
    assertThat(TextSplit.fit("ab🇩🇪", 6)).isEqualTo("ab");
    assertThat(TextSplit.split("👩\u200D🚀👩\u200D🚀", 13))
        .containsExactly("👩\u200D🚀", "👩\u200D🚀");
  }

  @Test
  void a_character_longer_than_a_piece_is_cut_between_code_points() {
    var zalgo = "a" + "\u0301".repeat(500);
    assertThat(String.join("", TextSplit.split(zalgo, 100))).isEqualTo(zalgo);
    assertThat(TextSplit.fit(zalgo, 100)).hasSize(50);
  }

  @Test
  void pieces_too_small_for_a_code_point_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> TextSplit.split("a", 3));
  }

  @Test
  void pieces_fit_and_are_the_text_again() {
    Property.holds(
        5_000,
        random -> {
          var text = new StringBuilder();
          for (int i = random.nextInt(20); i > 0; i--) text.append(Some.text(random));
          int most = random.nextInt(4, 60);
          var pieces = TextSplit.split(text.toString(), most);
          assertThat(String.join("", pieces)).isEqualTo(text.toString());
          assertThat(pieces)
              .allSatisfy(piece -> {
                assertThat(Utf8.size(piece)).isLessThanOrEqualTo(most);
                assertThat(Utf8.encodable(piece)).isTrue();
              });
          assertThat(TextSplit.fit(text.toString(), most)).isEqualTo(pieces.getFirst());
        });
  }
}
