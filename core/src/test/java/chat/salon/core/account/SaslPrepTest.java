package chat.salon.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaslPrepTest {

  /// RFC 4013 §3.
  @Test
  void prepares_the_examples_of_the_rfc() {
    assertThat(SaslPrep.prepare("I\u00adX")).contains("IX");
    assertThat(SaslPrep.prepare("user")).contains("user");
    assertThat(SaslPrep.prepare("USER")).contains("USER");
    assertThat(SaslPrep.prepare("\u00aa")).contains("a");
    assertThat(SaslPrep.prepare("\u2168")).contains("IX");
    assertThat(SaslPrep.prepare("\u0007")).isEmpty();
    assertThat(SaslPrep.prepare("\u06271")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"e\u0301,\u00e9", "a\u00a0b,a b", "a\u3000b,a b", "\u00bd,1\u20442", "\ufb01,fi"})
  void makes_one_text_of_several_ways_to_type_it(String typed, String prepared) {
    assertThat(SaslPrep.prepare(typed)).contains(prepared);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u00ad",
        "a\u0000",
        "a\u007f",
        "a\u0085",
        "a\u2028b",
        "a\u202eb",
        "a\u200eb",
        "a\ue000b",
        "a\ufffdb",
        "a\ufdd0b",
        "a\uffffb",
        "a\ud83f\udfffb", // U+1FFFF
        "a\ud800b",
        "a\udb40\udc41b", // U+E0041, a tag
        "\u05d0a\u05d0",
        "\u05d0!",
      })
  void forbids_what_cannot_be_seen_or_not_be_told_apart(String typed) {
    assertThat(SaslPrep.prepare(typed)).isEmpty();
  }

  @Test
  void allows_what_came_to_unicode_later() {
    assertThat(SaslPrep.prepare("pass 🦊 word")).contains("pass 🦊 word");
    assertThat(SaslPrep.prepare("\u05d0 \u05d1")).contains("\u05d0 \u05d1");
  }
}
