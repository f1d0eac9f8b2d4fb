package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MaskTest {
  private static final Person ALICE =
      new Person(
          new PersonId(7),
          Nick.trusted("alice"),
          "~u",
          "host",
          "Alice L.",
          null,
          null,
          Person.Standing.PLAIN);

  @Test
  void what_is_left_out_is_a_star() {
    assertThat(Mask.of("bob").pattern()).isEqualTo("bob!*@*");
    assertThat(Mask.of("bob!u").pattern()).isEqualTo("bob!u@*");
    assertThat(Mask.of("u@host").pattern()).isEqualTo("*!u@host");
    assertThat(Mask.of("@host").pattern()).isEqualTo("*!*@host");
    assertThat(Mask.of("***").pattern()).isEqualTo("*!*@*");
  }

  @Test
  void what_is_too_long_is_cut_between_characters() {
    assertThat(Mask.of("a".repeat(300)).pattern()).isEqualTo("a".repeat(255) + "*");
    assertThat(Mask.of("\ud83d\ude00".repeat(128)).pattern())
        .isEqualTo("\ud83d\ude00".repeat(127) + "*");
    assertThat(Mask.of("a".repeat(254) + "*b").pattern()).isEqualTo("a".repeat(254) + "*");
  }

  @Test
  void a_mask_means_itself_as_it_is_shown() {
    assertThat(Mask.isMask("@" + "a".repeat(254) + "!")).isFalse();
    assertThat(Mask.isMask("a".repeat(253))).isFalse();
    assertThat(Mask.isMask("a*".repeat(11))).isFalse();
    for (var most : List.of("a".repeat(252), "a*".repeat(10))) {
      var shown = Mask.of(most).pattern();
      assertThat(Mask.isMask(most)).isTrue();
      assertThat(Mask.isMask(shown)).isTrue();
      assertThat(Mask.of(shown).pattern()).isEqualTo(shown);
    }
  }

  @Test
  void a_mask_can_stand_anywhere_in_a_line() {
    for (var odd : List.of("", ":bob", "bob smith", "a,b", "bob\r", "*".repeat(11))) {
      assertThat(Mask.isMask(odd)).as(odd).isFalse();
    }
    assertThat(Mask.isMask("*!*@2001:db8::1")).isTrue();
  }

  @Test
  void an_extended_mask_is_completed_behind_its_letter() {
    assertThat(Mask.of("m:bob").pattern()).isEqualTo("m:bob!*@*");
    assertThat(Mask.of("U:@host").pattern()).isEqualTo("U:*!*@host");
    assertThat(Mask.of("m:U:bob").pattern()).isEqualTo("m:U:bob!*@*");
    assertThat(Mask.of("a:bob").pattern()).isEqualTo("a:bob");
    assertThat(Mask.of("m:a:bob").pattern()).isEqualTo("m:a:bob");
    for (var odd : List.of("a:", "m:", "r:", "m:m:bob", "m:a:", "a::bob")) {
      assertThat(Mask.isMask(odd)).as(odd).isFalse();
    }
    for (var shown : List.of("m:bob!*@*", "U:*!*@host", "m:a:bob", "r:*spam*")) {
      assertThat(Mask.isMask(shown)).as(shown).isTrue();
      assertThat(Mask.of(shown).pattern()).isEqualTo(shown);
    }
  }

  @Test
  void an_account_is_matched_exactly_and_folded() {
    var bob = ALICE.withAccount(AccountName.trusted("Bob"));
    assertThat(Mask.of("a:bOB").covers(bob)).isTrue();
    assertThat(Mask.of("m:a:bob").covers(bob)).isTrue();
    assertThat(Mask.of("a:b*").covers(bob)).isFalse();
    assertThat(Mask.of("a:alice").covers(bob)).isFalse();
    assertThat(Mask.of("a:alice").covers(ALICE)).isFalse();
    assertThat(Mask.of("U:alice").covers(bob)).isFalse();
    assertThat(Mask.of("U:alice").covers(ALICE)).isTrue();
    assertThat(Mask.of("r:al?ce*").covers(ALICE)).isTrue();
    assertThat(Mask.of("m:alice").isMute()).isTrue();
    assertThat(Mask.of("a:m").isMute()).isFalse();
  }
}
