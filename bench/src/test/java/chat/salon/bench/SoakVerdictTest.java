package chat.salon.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An hour of samples, one a minute, and what is made of them.
class SoakVerdictTest {
  private static final double MIB = 1 << 20;
  private static final int MINUTES = 60;
  private static final long FILES = 2070;
  private static final long THREADS = 25;

  private static List<Vitals> hour(
      IntToLongFunction heap, IntToLongFunction files, IntToLongFunction threads) {
    var hour = new ArrayList<Vitals>();
    for (int minute = 1; minute <= MINUTES; minute++) {
      hour.add(
          new Vitals(
              minute / 60.0,
              OptionalLong.of(heap.applyAsLong(minute)),
              300 << 20,
              files.applyAsLong(minute),
              threads.applyAsLong(minute),
              OptionalLong.empty()));
    }
    return hour;
  }

  private static SoakVerdict heap(IntToLongFunction heap) {
    return SoakVerdict.of(hour(heap, _ -> FILES, _ -> THREADS));
  }

  /// A heap of 40 MiB that grows by so many MiB an hour, and is up to so many MiB off.
  private static IntToLongFunction heap(double growth, double noise, long seed) {
    var random = new Random(seed);
    return minute ->
        Math.round(MIB * (40 + growth * minute / 60 + noise * (2 * random.nextDouble() - 1)));
  }

  @Test
  void the_nearest_line_has_the_slope_of_the_points() {
    var exact = Trend.of(new double[] {1, 2, 3, 4}, new double[] {5, 7, 9, 11});
    assertThat(exact.slope()).isCloseTo(2, within(1e-9));
    assertThat(exact.standardError()).isCloseTo(0, within(1e-9));

    var near = Trend.of(new double[] {0, 1, 2}, new double[] {0, 2, 1});
    assertThat(near.slope()).isCloseTo(0.5, within(1e-9));
    assertThat(near.standardError()).isCloseTo(Math.sqrt(1.5 / 2), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_flat_heap_that_goes_up_and_down_passes(long seed) {
    var verdict = heap(heap(0, 1, seed));

    assertThat(verdict.heap().orElseThrow().standardError()).isPositive();
    assertThat(verdict.grows()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_leak_is_found_in_noise(long seed) {
    var verdict = heap(heap(4, 0.5, seed));

    assertThat(verdict.heap().orElseThrow().slope() / MIB).isCloseTo(4, within(0.7));
    assertThat(verdict.heapGrows()).isTrue();
    assertThat(verdict.grows()).isTrue();
  }

  @Test
  void without_noise_the_limit_is_that_of_a_day() {
    assertThat(heap(heap(0.9, 0, 1)).heapGrows()).isFalse();
    assertThat(heap(heap(1.1, 0, 1)).heapGrows()).isTrue();
  }

  @Test
  void noise_excuses_only_so_much() {
    var verdict = heap(minute -> Math.round(MIB * (40 + 20.0 * minute / 60 + minute % 2 * 60)));

    assertThat(2 * verdict.heap().orElseThrow().standardError()).isGreaterThan(8 * MIB);
    assertThat(verdict.heapLimit()).isEqualTo(5 * MIB);
    assertThat(verdict.heapGrows()).isTrue();
  }

  @Test
  void what_grows_while_it_warms_up_does_not_count() {
    var verdict =
        SoakVerdict.of(
            hour(
                minute -> Math.min(minute, 10) * (10L << 20),
                minute -> Math.min(minute, 10),
                minute -> Math.min(minute, 10)));

    assertThat(verdict.samples()).isEqualTo(50);
    assertThat(verdict.heap().orElseThrow().slope()).isCloseTo(0, within(1.0));
    assertThat(verdict.grows()).isFalse();
  }

  @Test
  void one_file_or_thread_more_at_the_end_is_growth() {
    var files = SoakVerdict.of(hour(_ -> 1, minute -> minute < 50 ? 100 : 101, _ -> THREADS));
    assertThat(files.files()).isEqualTo(1);
    assertThat(files.grows()).isTrue();

    var threads = SoakVerdict.of(hour(_ -> 1, _ -> FILES, minute -> minute < 50 ? 25 : 26));
    assertThat(threads.threads()).isEqualTo(1);
    assertThat(threads.grows()).isTrue();
  }

  @Test
  void a_moment_with_more_is_not() {
    var verdict =
        SoakVerdict.of(hour(_ -> 1, minute -> minute == 58 ? 200 : 100, minute -> 30 - minute / 6));

    assertThat(verdict.files()).isZero();
    assertThat(verdict.threads()).isNegative();
    assertThat(verdict.grows()).isFalse();
  }

  @Test
  void a_few_samples_are_not_judged() {
    var verdict =
        SoakVerdict.of(hour(heap(1000, 0, 1), minute -> minute, _ -> THREADS).subList(0, 8));

    assertThat(verdict.isJudged()).isFalse();
    assertThat(verdict.heap()).isEmpty();
    assertThat(verdict.grows()).isFalse();
    assertThat(SoakVerdict.of(List.of()).isJudged()).isFalse();
  }

  @Test
  void a_heap_that_could_not_be_read_has_no_trend() {
    var hour = hour(heap(0, 0, 1), _ -> FILES, _ -> THREADS);
    var last = hour.removeLast();
    hour.add(
        new Vitals(last.hours(), OptionalLong.empty(), 1, FILES, THREADS, OptionalLong.empty()));

    assertThat(SoakVerdict.of(hour).isJudged()).isTrue();
    assertThat(SoakVerdict.of(hour).heap()).isEmpty();
  }
}
