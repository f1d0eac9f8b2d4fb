package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"alice", "Élodie", "a1", "[x]", "`a`", "_", "^^", "|bob|", "éà"})
  void these_are_nicks(String text) {
    assertThat(Nick.parse(text)).map(Nick::shown).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a,b",
        "a*",
        "a?",
        "a!b",
        "a@b",
        "a.b",
        "$a",
        ":a",
        "#a",
        "&a",
        "~a",
        "%a",
        "+a",
        "-a",
        "1a",
        "NickServ",
        "chanserv",
        "p\u0430ypal",
        "Ch\u0251nServ",
        "a\u200bb",
        "a\u202eb",
        "e\u0301",
        "a\u0007",
        "a\r",
        "日本"
      })
  void these_are_not(String text) {
    assertThat(Nick.parse(text)).isEmpty();
  }

  @Test
  void nicks_are_compared_folded_and_shown_as_written() {
    var alice = Nick.parse("Alice").orElseThrow();
    assertThat(alice).isEqualTo(Nick.parse("aLICE").orElseThrow()).hasToString("Alice");
    assertThat(alice.hashCode()).isEqualTo(Nick.trusted("alice").hashCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"#tea", "#Thé", "##", "#a:b", "#日本"})
  void these_are_channels(String text) {
    assertThat(ChannelName.parse(text)).map(ChannelName::shown).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "#", "tea", "#a b", "#a,b", "#a\u0007", "#a\n", "#a\u200b", "#a\u00a0b"})
  void these_are_no_channels(String text) {
    assertThat(ChannelName.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "bob, bob!*@*",
    "*@host, *!*@host",
    "nick!user, nick!user@*",
    "u@h, *!u@h",
    "n!u@h, n!u@h",
    "a**b, a*b!*@*",
    "n!@h, n!*@h",
    "!, *!*@*"
  })
  void masks_are_completed(String text, String whole) {
    assertThat(Mask.of(text).pattern()).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({
    "*, anything, true",
    "a*c, abbbc, true",
    "a*c, abbbd, false",
    "A?C, abc, true",
    "a?c, ac, false",
    "'', '', true",
    "'', a, false",
    "*a*b*, xxaxxbxx, true",
    "*a*b*, xxbxxaxx, false"
  })
  void globs_match_folded(String pattern, String text, boolean matches) {
    assertThat(Glob.matches(pattern, text)).isEqualTo(matches);
  }

  @Test
  void a_mask_with_many_stars_is_none() {
    assertThat(Mask.isMask("*a*a*a*a*a*a*a*a*a*")).isTrue();
    assertThat(Mask.isMask("*a*a*a*a*a*a*a*a*a*a*")).isFalse();
    assertThat(Mask.isMask("a".repeat(257))).isFalse();
    assertThat(Mask.isMask("a b")).isFalse();
  }

  @Test
  void the_party_of_a_guest_is_not_the_party_of_an_account() {
    assertThat(Pair.guest(Nick.trusted("bob"))).isNotEqualTo("bob");
    assertThat(Pair.of("b", "a")).isEqualTo(Pair.of("a", "b"));
    assertThat(Pair.of("a", "b").across("b")).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bob", "~bob", "[x]"})
  void these_are_parties(String text) {
    assertThat(Pair.isParty(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "~~bob", "Bob", "~Bob", "bob carol", "#tea", "nickserv"})
  void these_are_no_parties(String text) {
    assertThat(Pair.isParty(text)).isFalse();
  }
}
