package chat.salon.acceptance.history;

import java.util.HashMap;
import java.util.List;

/// Judges a run by its log, in n log n.
public final class Checker {
  private Checker() {}

  /// What is to be said of a run: what happened, and what a correct server cannot have done.
  public static Report check(List<Entry> log) {
    var findings = new Findings();
    var sightings = new Sightings(log);
    var orders = new HashMap<>(new Orders(sightings, findings).judge(log));
    new Sends(sightings, orders, findings).judge();
    var spans = new Spans(log, findings);
    for (var span : spans.all()) {
      var order =
          orders.computeIfAbsent(span.began.channel(), _ -> new Order(List.of(), sightings));
      new Listening(span, order, sightings, findings).judge(spans.kicks(span));
    }
    Names.judge(log, findings);
    return new Report(log, Figures.of(log), findings.all());
  }
}
