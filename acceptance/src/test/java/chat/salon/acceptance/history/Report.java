package chat.salon.acceptance.history;

import chat.salon.acceptance.history.Entry.Fault;
import chat.salon.acceptance.history.Entry.Kept;
import chat.salon.acceptance.history.Entry.Run;
import com.google.errorprone.annotations.FormatMethod;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What is to be said of a run.
public record Report(List<Entry> log, Figures figures, List<Violation> violations) {
  private static final int MOST_SHOWN = 3;

  /// How many messages each invariant was violated for; only those that were.
  public Map<Invariant, Integer> counts() {
    var counts = new EnumMap<Invariant, Integer>(Invariant.class);
    violations.forEach(one -> counts.merge(one.invariant(), one.messages(), Integer::sum));
    return counts;
  }

  /// The run in one line.
  public String headline() {
    return String.format(
        Locale.ROOT,
        "%s: %d acknowledged, %d refused, unknown %s in %.1f s; faults %s; from each to the next"
            + " answer at most %s",
        log.stream()
            .filter(Run.class::isInstance)
            .map(Run.class::cast)
            .map(run -> run.network() + ", -Dsalon.seed=" + run.seed())
            .findFirst()
            .orElse("a log without a beginning"),
        figures.ok(),
        figures.fail(),
        figures.unknown(),
        figures.seconds(),
        figures.faults(),
        seconds(figures.slowestNanos()));
  }

  /// The run in a few lines: for people, and for the output of a test that passes.
  public String summary() {
    var text = new StringBuilder(headline()).append('\n');
    line(
        text,
        "%d sent, %d heard, %d of them replayed; %d kicks, a name held %d times; longest time"
            + " without an acknowledgement %s",
        figures.ops(),
        figures.heard(),
        figures.replayed(),
        figures.kicks(),
        figures.claims(),
        seconds(figures.silenceNanos()));
    var counts = counts();
    line(
        text,
        "lost %d, refused but seen %d, doubled %d, order %d, gaps %d, stale %d, authority %d, names %d, invented %d, readings %d",
        count(counts, Invariant.N1),
        count(counts, Invariant.N2),
        count(counts, Invariant.N3) + count(counts, Invariant.N6),
        count(counts, Invariant.N4) + count(counts, Invariant.N8),
        count(counts, Invariant.N5),
        count(counts, Invariant.N7),
        count(counts, Invariant.N9),
        count(counts, Invariant.N10),
        count(counts, Invariant.N11),
        count(counts, Invariant.N12));
    if (!counts.containsKey(Invariant.N1)) {
      line(text, "of what is acknowledged less than %.1e is lost (95 %%)", figures.lossBound());
    }
    return text.toString();
  }

  /// The same with what is wrong: an excerpt of the log for the first violations of each invariant,
  /// and the faults.
  public String details() {
    var text = new StringBuilder(summary());
    var shown = new EnumMap<Invariant, Integer>(Invariant.class);
    for (var one : violations) {
      if (shown.merge(one.invariant(), 1, Integer::sum) <= MOST_SHOWN) {
        text.append('\n');
        line(text, "%s violated: %s", one.invariant(), one.invariant().statement());
        line(text, "  %s", one.what());
        one.excerpt().forEach(entry -> line(text, "  %s%s", Log.json(entry), after(entry)));
      }
    }
    text.append("\nschedule of the faults\n");
    log.stream()
        .filter(Fault.class::isInstance)
        .map(Fault.class::cast)
        .forEach(fault ->
            line(
                text,
                "  %.3f s %s %s",
                (fault.at() - log.getFirst().at()) / 1e9,
                fault.what(),
                fault.whom()));
    return text.toString();
  }

  // What had been done to the server when this happened. What was read at the end came after all.
  private String after(Entry entry) {
    if (entry instanceof Kept) {
      return "";
    }
    Fault last = null;
    for (var other : log) {
      if (other instanceof Fault fault && fault.at() <= entry.at()) {
        last = fault;
      }
    }
    return last == null
        ? ""
        : String.format(
            Locale.ROOT,
            "  (%.3f s after %s %s)",
            (entry.at() - last.at()) / 1e9,
            last.what(),
            last.whom());
  }

  private static int count(Map<Invariant, Integer> counts, Invariant invariant) {
    return counts.getOrDefault(invariant, 0);
  }

  private static Map<String, String> seconds(Map<String, Long> nanos) {
    var seconds = new TreeMap<String, String>();
    nanos.forEach(
        (what, time) -> seconds.put(what, String.format(Locale.ROOT, "%.2f s", time / 1e9)));
    return seconds;
  }

  @FormatMethod
  private static void line(StringBuilder text, String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
