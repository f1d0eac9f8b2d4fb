package chat.salon.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Whether a server grew in the course of a soak. The first sixth of the samples is warm-up and
/// does not count.
///
/// @param heap the trend of the live heap in bytes an hour; empty if it cannot be told
/// @param files growth of the median from the first sixth after the warm-up to the last
/// @param threads the same
/// @param samples how many counted
record SoakVerdict(Optional<Trend> heap, double files, double threads, int samples) {
  private static final double MIB = 1 << 20;

  /// What the heap may really grow in an hour.
  static final double HEAP_AIM = MIB;

  /// How many standard errors chance is allowed: a flat heap stays below in 39 soaks of 40.
  private static final double ERRORS = 2;

  /// The most that noise may excuse: a leak does not hide behind a heap that goes up and down.
  private static final double MOST_EXCUSED = 4 * MIB;

  /// With fewer samples, start-up looks like growth: then nothing is said of it.
  private static final int FEWEST = 10;

  private static final int PARTS = 6;

  static SoakVerdict of(List<Vitals> all) {
    int part = warmUp(all.size());
    var counted = all.subList(Math.min(part, all.size()), all.size());
    return new SoakVerdict(
        heap(counted),
        growth(counted, part, Vitals::files),
        growth(counted, part, Vitals::threads),
        counted.size());
  }

  /// How many of the first samples do not count.
  static int warmUp(int samples) {
    return Math.max(1, samples / PARTS);
  }

  private static Optional<Trend> heap(List<Vitals> counted) {
    if (counted.size() < FEWEST || counted.stream().anyMatch(one -> one.heap().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        Trend.of(
            counted.stream().mapToDouble(Vitals::hours).toArray(),
            counted.stream().mapToDouble(one -> one.heap().orElseThrow()).toArray()));
  }

  private static double growth(List<Vitals> counted, int part, ToDoubleFunction<Vitals> what) {
    if (counted.size() < 2 * part) {
      return 0;
    }
    var first = counted.subList(0, part);
    var last = counted.subList(counted.size() - part, counted.size());
    return median(last, what) - median(first, what);
  }

  private static double median(List<Vitals> some, ToDoubleFunction<Vitals> what) {
    return Medians.median(some.stream().mapToDouble(what).toArray()).orElseThrow();
  }

  /// Whether there is enough to judge by.
  boolean isJudged() {
    return samples >= FEWEST;
  }

  /// The slope of the heap that still passes, in bytes an hour.
  double heapLimit() {
    return HEAP_AIM
        + heap.map(trend -> Math.min(ERRORS * trend.standardError(), MOST_EXCUSED)).orElse(0.0);
  }

  boolean heapGrows() {
    return heap.isPresent() && heap.get().slope() > heapLimit();
  }

  /// Whether anything grew; never if it is not judged.
  boolean grows() {
    return isJudged() && (heapGrows() || files > 0 || threads > 0);
  }
}
