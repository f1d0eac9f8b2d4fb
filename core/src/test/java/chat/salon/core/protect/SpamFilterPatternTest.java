package chat.salon.core.protect;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.protect.SpamFilter.Action;
import chat.salon.core.protect.SpamFilter.Place;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpamFilterPatternTest {
  private static boolean finds(String pattern, String text) {
    var filter =
        new SpamFilter(
            1, pattern, Set.of(Place.CHANNEL), Action.REFUSE, null, "", "oscar", Instant.EPOCH);
    return filter.finds(Place.CHANNEL, SpamFilter.plain(text));
  }

  @ParameterizedTest
  @CsvSource({
    "pills,Buy PILLS now,true",
    "pills,pill s,false",
    "*pills,pills,true",
    "*pills,pills now,false",
    "p?lls*,polls here,true",
    "ÉTÉ,un été,true"
  })
  void a_plain_pattern_is_part_of_the_text_and_one_with_stars_is_all_of_it(
      String pattern, String text, boolean isFound) {
    assertThat(finds(pattern, text)).isEqualTo(isFound);
  }

  @Test
  void what_is_not_seen_hides_nothing() {
    assertThat(SpamFilter.plain("\u0002b\u000304,12u\u0003y\u000312, \u200bp\u000Fills"))
        .isEqualTo("buy, pills");
  }

  @Test
  void a_pattern_without_anything_to_find_is_none() {
    assertThat(SpamFilter.isPattern("")).isFalse();
    assertThat(SpamFilter.isPattern("*?*")).isFalse();
    assertThat(SpamFilter.isPattern("a*".repeat(13))).isFalse();
    assertThat(SpamFilter.isPattern("a".repeat(201))).isFalse();
    assertThat(SpamFilter.isPattern("a\nb")).isFalse();
    assertThat(SpamFilter.isPattern("*a*")).isTrue();
  }

  @Test
  void the_worst_pattern_costs_little() {
    var pattern = "a*".repeat(12) + "b";
    var start = System.nanoTime();
    assertThat(finds("*" + pattern.substring(0, pattern.length() - 2) + "b", "a".repeat(16_000)))
        .isFalse();
    assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
  }
}
