package chat.salon.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What a soak shows to people: a row for each look, and the verdict.
final class SoakTable {
  private static final double MIB = 1 << 20;
  private static final double MINUTES = 60;

  private SoakTable() {}

  /// What it is, and what the columns are.
  ///
  /// @param most messages a second of the channels that the server can bear
  static List<String> head(SoakLoad load, double most) {
    var mixed = load.mixed();
    return List.of(
        "%,d clients in %,d channels, at %,.0f messages a second of %,.0f"
            .formatted(mixed.clients(), mixed.channels(), most * load.share(), most),
        "%,d private pairs, %.1f couples a second".formatted(load.pairs(), load.couples()),
        "%7s %9s %8s %6s %7s %9s %12s %13s %9s %9s %9s  %s"
            .formatted(
                "minutes",
                "heap MiB",
                "RSS MiB",
                "fds",
                "threads",
                "data MiB",
                "messages",
                "deliveries",
                "joins",
                "parts",
                "quits",
                "deliveries are"));
  }

  /// One look.
  static String row(SoakLoad.Look look) {
    var vitals = look.vitals();
    var counts = look.counts();
    return "%7.1f %9s %8.0f %6d %7d %9s %,12d %,13d %,9d %,9d %,9d  %s"
        .formatted(
            vitals.hours() * MINUTES,
            mebibytes(vitals.heap()),
            vitals.resident() / MIB,
            vitals.files(),
            vitals.threads(),
            mebibytes(vitals.data()),
            counts.messages(),
            counts.deliveries(),
            counts.joins(),
            counts.parts(),
            counts.quits(),
            look.deliveries().isClean() ? "fine" : look.deliveries());
  }

  private static String mebibytes(OptionalLong bytes) {
    return bytes.isPresent() ? "%.2f".formatted(bytes.getAsLong() / MIB) : "–";
  }

  /// The verdict, line by line.
  static List<String> end(SoakLoad.Ended ended) {
    var lines = new ArrayList<String>();
    var counts = ended.counts();
    lines.add(
        "%,d messages, %,d deliveries, %,d joins, %,d parts"
            .formatted(counts.messages(), counts.deliveries(), counts.joins(), counts.parts()));
    lines.add(
        "%,d connections, %,d quits, %,d channels opened and closed"
            .formatted(counts.connections(), counts.quits(), counts.opened()));
    if (counts.late() + counts.skipped() > 0) {
      lines.add(
          "%,d messages were late and %,d couples were left out: too much was under way"
              .formatted(counts.late(), counts.skipped()));
    }
    lines.add("Deliveries: " + ended.deliveries());
    lines.addAll(growth(ended));
    return lines;
  }

  private static List<String> growth(SoakLoad.Ended ended) {
    var growth = ended.growth();
    if (!growth.isJudged()) {
      return List.of("Growth: not judged, with only %d samples".formatted(growth.samples()));
    }
    var lines = new ArrayList<String>();
    lines.add(
        growth
            .heap()
            .map(heap ->
                "Heap: %+.2f MiB/h, standard error %.2f, limit %.2f: %s"
                    .formatted(
                        heap.slope() / MIB,
                        heap.standardError() / MIB,
                        growth.heapLimit() / MIB,
                        word(growth.heapGrows())))
            .orElse("Heap: CANNOT BE READ, so nobody knows whether it grows"));
    lines.add("File descriptors: %+.1f: %s".formatted(growth.files(), word(growth.files() > 0)));
    lines.add("Threads: %+.1f: %s".formatted(growth.threads(), word(growth.threads() > 0)));
    if (growth.heapGrows()) {
      ended.grown().forEach((name, bytes) -> lines.add("  %+,12d B  %s".formatted(bytes, name)));
    }
    return lines;
  }

  private static String word(boolean grows) {
    return grows ? "IT GROWS" : "does not grow";
  }
}
