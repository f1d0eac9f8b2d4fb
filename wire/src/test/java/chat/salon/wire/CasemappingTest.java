package chat.salon.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CasemappingTest {

  @Test
  void each_mapping_folds_its_own_range() {
    var text = "aZ@[\\]^_{|}~É";
    assertThat(Casemapping.ASCII.fold(text)).isEqualTo("az@[\\]^_{|}~É");
    assertThat(Casemapping.RFC1459.fold(text)).isEqualTo("az@{|}~_{|}~É");
    assertThat(Casemapping.RFC1459_STRICT.fold(text)).isEqualTo("az@{|}^_{|}~É");
  }

  @Test
  void the_names_are_those_of_isupport() {
    assertThat(Casemapping.values())
        .extracting(Casemapping::token)
        .containsExactly("ascii", "rfc1459", "rfc1459-strict");
  }

  @Test
  void a_folded_text_is_not_copied() {
    var text = "#tea";
    assertThat(Casemapping.RFC1459.fold(text)).isSameAs(text);
  }

  @ParameterizedTest
  @EnumSource
  void folding_twice_is_folding_once(Casemapping mapping) {
    Property.holds(
        10_000,
        random -> {
          var text = Some.ascii(random) + Some.text(random);
          var folded = mapping.fold(text);
          assertThat(mapping.fold(folded)).isEqualTo(folded);
          assertThat(mapping.same(text, folded)).isTrue();
          var other = Some.ascii(random);
          assertThat(mapping.same(text, other)).isEqualTo(folded.equals(mapping.fold(other)));
        });
  }
}
