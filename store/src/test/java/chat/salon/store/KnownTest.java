package chat.salon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownTest {
  private final Known<Integer> known = new Known<>();

  private void put(int from, int to) {
    IntStream.range(from, to).forEach(key -> known.put(key, key + 1L));
  }

  @Test
  void what_was_put_is_found_until_all_is_forgotten() {
    put(0, 3);

    assertThat(known.find(2)).isEqualTo(3);
    assertThat(known.find(3)).isZero();
    known.forget();
    assertThat(known.find(2)).isZero();
  }

  @Test
  void what_was_looked_up_longest_ago_makes_room() {
    put(0, Known.MOST);
    assertThat(known.find(0)).isEqualTo(1);

    put(Known.MOST, Known.MOST + 1);

    assertThat(known.find(0)).isEqualTo(1);
    assertThat(known.find(1)).isZero();
    assertThat(known.find(Known.MOST)).isEqualTo(Known.MOST + 1);
  }
}
