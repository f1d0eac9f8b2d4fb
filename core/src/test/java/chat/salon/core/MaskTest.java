package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MaskTest {
  @Test
  void what_is_left_out_is_a_star() {
    assertThat(Mask.of("bob").pattern()).isEqualTo("bob!*@*");
    assertThat(Mask.of("bob!u").pattern()).isEqualTo("bob!u@*");
    assertThat(Mask.of("u@host").pattern()).isEqualTo("*!u@host");
    assertThat(Mask.of("@host").pattern()).isEqualTo("*!*@host");
    assertThat(Mask.of("***").pattern()).isEqualTo("*!*@*");
  }

  @Test
  void a_mask_can_stand_anywhere_in_a_line() {
    for (var odd : List.of("", ":bob", "bob smith", "a,b", "bob\r", "*".repeat(11))) {
      assertThat(Mask.isMask(odd)).as(odd).isFalse();
    }
    assertThat(Mask.isMask("*!*@2001:db8::1")).isTrue();
  }
}
