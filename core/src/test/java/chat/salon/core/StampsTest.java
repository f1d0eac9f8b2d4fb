package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class StampsTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T12:00:00.123Z"));
  private final Stamps stamps = new Stamps(now::get, 7);

  @Test
  void an_id_tells_its_time() {
    assertThat(Stamps.time(stamps.next())).isEqualTo(now.get());
  }

  @Test
  void ids_go_up_when_the_clock_goes_back() {
    long before = stamps.next();
    now.set(now.get().minus(Duration.ofMinutes(5)));
    assertThat(stamps.next()).isGreaterThan(before);
  }

  @Test
  void ids_go_up_above_what_an_earlier_start_gave() {
    long earlier = stamps.next() + (1L << 40);
    stamps.raise(earlier);
    assertThat(stamps.next()).isGreaterThan(earlier);
  }

  @Test
  void two_nodes_never_give_the_same() {
    var other = new Stamps(now::get, 8);
    var ids = new ArrayList<Long>();
    for (int i = 0; i < 50_000; i++) {
      ids.add(stamps.next());
      ids.add(other.next());
    }
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void a_msgid_is_read_back_and_sorts_like_its_id() {
    long first = stamps.next();
    long second = stamps.next();
    assertThat(Stamps.parseMsgid(Stamps.msgid(first))).hasValue(first);
    assertThat(Stamps.msgid(first)).isLessThan(Stamps.msgid(second)).hasSize(13);
  }

  @Test
  void what_is_no_msgid_is_none() {
    for (var text : new String[] {"", "x", "zzzzzzzzzzzzz", "0000000000 00", "0000000000000000"}) {
      assertThat(Stamps.parseMsgid(text)).as(text).isEmpty();
    }
  }

  @Test
  void moments_before_2020_count_as_the_first_of_all() {
    assertThat(Stamps.at(Instant.EPOCH)).isZero();
  }

  @Test
  void a_node_has_a_number_that_fits() {
    assertThatThrownBy(() -> new Stamps(now::get, 256)).hasMessageContaining("0 to 255");
  }
}
