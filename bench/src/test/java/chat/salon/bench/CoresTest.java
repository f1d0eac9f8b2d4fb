package chat.salon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoresTest {
  @Test
  void the_first_core_is_for_the_server() {
    var cores = Cores.parse("2-3,8");

    assertThat(cores.allowed()).containsExactly(2, 3, 8);
    assertThat(cores.onServerCore()).containsExactly("taskset", "-c", "2");
  }

  @Test
  void one_core_is_for_both() {
    var cores = Cores.parse("5");

    assertThat(cores.arePinned()).isFalse();
    assertThat(cores.onServerCore()).isEmpty();
  }
}
