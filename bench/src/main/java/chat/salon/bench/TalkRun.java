package chat.salon.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The way in which every talk is measured: it warms up, is measured, falls silent, and is checked.
/// For the thread that runs the load.
final class TalkRun {
  private static final Duration STEP = Duration.ofSeconds(1);
  private static final double NANOS_PER_MICRO = 1000;

  private final Run run;
  private final Crowd crowd;
  private final Talk talk;

  /// What the talk had done at a moment.
  private record Mark(
      Window window, long deliveries, long completed, long reads, Map<Figure, Long> counts) {}

  TalkRun(Run run, Crowd crowd, Talk talk) {
    this.run = run;
    this.crowd = crowd;
    this.talk = talk;
  }

  /// Measures.
  ///
  /// @param start begins the talk, on the event loop
  /// @param readers who have to have everything before the check
  Result measure(Runnable start, List<Client> readers) {
    crowd.call(() -> {
      crowd.listen(talk);
      start.run();
      return talk;
    });
    pass("warms up", run.plan().warmUp());
    var begin =
        crowd.call(() -> {
          talk.delays().begin(System.nanoTime());
          return mark();
        });
    pass("measures", run.plan().measured());
    var end =
        crowd.call(() -> {
          talk.delays().end(System.nanoTime());
          return mark();
        });
    run.progress().say("checks");
    var verdict = verdict(readers); // First: it waits for what is still under way.
    return new Result(figures(begin, end), verdict);
  }

  private Verdict verdict(List<Client> readers) {
    var silence = crowd.call(talk::stop);
    try {
      crowd.await(silence);
      crowd.settle(readers);
    } catch (BenchException e) {
      run.progress().note("After the end: " + e.getMessage());
    }
    return crowd.call(talk::verdict);
  }

  private void pass(String what, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    long before = crowd.call(talk::deliveries);
    for (long left; (left = end - System.nanoTime()) > 0; ) {
      crowd.pause(left < STEP.toNanos() ? Duration.ofNanos(left) : STEP);
      long now = crowd.call(talk::deliveries);
      run.progress().say(what + ", %,d deliveries/s".formatted(now - before));
      before = now;
    }
  }

  private Mark mark() {
    return new Mark(
        Window.open(run.target()),
        talk.deliveries(),
        talk.completed(),
        crowd.reads(),
        talk.counts());
  }

  private Map<Figure, Double> figures(Mark begin, Mark end) {
    var figures = begin.window().costUntil(end.window(), run.target());
    double seconds = begin.window().secondsUntil(end.window());
    double server = begin.window().serverSecondsUntil(end.window());
    double deliveries = end.deliveries() - begin.deliveries();
    figures.put(Figure.LATE_SENDS, (double) crowd.call(talk::late));
    figures.put(Figure.DELIVERIES_PER_SECOND, deliveries / seconds);
    if (server > 0) {
      figures.put(Figure.DELIVERIES_PER_CPU_SECOND, deliveries / server);
    }
    figures.put(Figure.MESSAGES_PER_SECOND, (end.completed() - begin.completed()) / seconds);
    figures.put(Figure.LINES_PER_READ, deliveries / Math.max(1, end.reads() - begin.reads()));
    end.counts()
        .forEach((figure, count) ->
            figures.put(figure, (count - begin.counts().getOrDefault(figure, 0L)) / seconds));
    var latency = crowd.call(() -> talk.delays().histogram());
    figures.put(Figure.P50_MICROS, latency.getValueAtPercentile(50) / NANOS_PER_MICRO);
    figures.put(Figure.P90_MICROS, latency.getValueAtPercentile(90) / NANOS_PER_MICRO);
    figures.put(Figure.P99_MICROS, latency.getValueAtPercentile(99) / NANOS_PER_MICRO);
    figures.put(Figure.P999_MICROS, latency.getValueAtPercentile(99.9) / NANOS_PER_MICRO);
    figures.put(Figure.MAX_MICROS, latency.getMaxValue() / NANOS_PER_MICRO);
    return figures;
  }
}
