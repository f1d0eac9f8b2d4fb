package chat.salon.bench;

import java.util.EnumMap;
import java.util.Map;

/// What server and generator used between two moments.
///
/// @param at of [System#nanoTime]
/// @param server seconds of processor; 0 if its process is not known
record Window(long at, double server, double generator) {
  private static final double NANOS = 1e9;
  private static final double MEGABYTE = 1 << 20;

  static Window open(Target target) {
    double server =
        target.pids().stream()
            .filter(Proc::isThere)
            .mapToDouble(pid -> Proc.of(pid).cpuSeconds())
            .sum();
    return new Window(System.nanoTime(), server, Proc.own().cpuSeconds());
  }

  double secondsUntil(Window end) {
    return (end.at - at) / NANOS;
  }

  double serverSecondsUntil(Window end) {
    return end.server - server;
  }

  /// The shares of a core that both used, and the memory of the server now.
  Map<Figure, Double> costUntil(Window end, Target target) {
    var figures = new EnumMap<Figure, Double>(Figure.class);
    double seconds = secondsUntil(end);
    figures.put(Figure.GENERATOR_CPU, 100 * (end.generator - generator) / seconds);
    if (!target.pids().isEmpty()) {
      figures.put(Figure.SERVER_CPU, 100 * serverSecondsUntil(end) / seconds);
      double resident =
          target.pids().stream()
              .filter(Proc::isThere)
              .mapToLong(pid -> Proc.of(pid).residentBytes())
              .sum();
      figures.put(Figure.SERVER_RSS_MB, resident / MEGABYTE);
    }
    return figures;
  }
}
