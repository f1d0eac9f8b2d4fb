package chat.salon.measure;

import java.util.SequencedMap;
import org.HdrHistogram.AbstractHistogram;

/// How latencies are told: in microseconds.
final class Latency {
  private static final double NANOS = 1000;

  private Latency() {}

  /// @param nanos what was recorded
  static void add(SequencedMap<String, Object> figures, AbstractHistogram nanos) {
    figures.put("p50_us", nanos.getValueAtPercentile(50) / NANOS);
    figures.put("p99_us", nanos.getValueAtPercentile(99) / NANOS);
    figures.put("p999_us", nanos.getValueAtPercentile(99.9) / NANOS);
    figures.put("max_us", nanos.getMaxValue() / NANOS);
  }
}
