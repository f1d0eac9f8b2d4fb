package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// So many times in so many seconds, and what counts.
final class QuotaTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final Quota TWICE = new Quota(2, 10);

  @Test
  void it_is_read_as_it_is_written() {
    assertThat(Quota.parse("5:10")).hasValue(new Quota(5, 10));
    assertThat(new Quota(5, 10)).hasToString("5:10");
    for (var odd :
        List.of("", "5", "5:", ":5", "0:5", "5:0", "05:1", "5:10:2", "1234567:1", "a:b")) {
      assertThat(Quota.parse(odd)).as(odd).isEmpty();
    }
    assertThat(TWICE.isWithin(new Quota(2, 10))).isTrue();
    assertThat(TWICE.isWithin(new Quota(1, 10))).isFalse();
    assertThat(TWICE.isWithin(new Quota(2, 9))).isFalse();
  }

  @Test
  void who_came_counts_for_as_long_as_it_says() {
    var rush = new Rush();
    rush.joined(TWICE, START);
    rush.joined(TWICE, START.plusSeconds(4));
    assertThat(rush.isFull(TWICE, START.plusSeconds(9))).isTrue();
    assertThat(rush.isFull(TWICE, START.plusSeconds(10))).isFalse();
    rush.joined(TWICE, START.plusSeconds(12));
    assertThat(rush.isFull(TWICE, START.plusSeconds(13))).isTrue();
    assertThat(rush.isFull(TWICE, START.plusSeconds(14))).isFalse();
  }

  @Test
  void the_same_counts_for_who_said_it() {
    var rush = new Rush();
    rush.said(TWICE, "bob", "Buy now", START);
    rush.said(TWICE, "bob", "or later", START.plusSeconds(1));
    rush.said(TWICE, "bob", " buy NOW", START.plusSeconds(2));
    assertThat(rush.isWornOut(TWICE, "bob", "buy now", START.plusSeconds(9))).isTrue();
    assertThat(rush.isWornOut(TWICE, "carol", "buy now", START.plusSeconds(9))).isFalse();
    assertThat(rush.isWornOut(TWICE, "bob", "or later", START.plusSeconds(9))).isFalse();
    assertThat(rush.isWornOut(TWICE, "bob", "buy now", START.plusSeconds(10))).isFalse();
  }

  @Test
  void a_copy_is_its_own() {
    var rush = new Rush();
    rush.joined(TWICE, START);
    var copy = rush.copy();
    copy.joined(TWICE, START);
    assertThat(rush.isFull(TWICE, START)).isFalse();
    assertThat(copy.isFull(TWICE, START)).isTrue();
  }
}
