package chat.salon.acceptance.history;

import static chat.salon.acceptance.history.Invariant.N9;

import chat.salon.acceptance.history.Entry.Began;
import chat.salon.acceptance.history.Entry.CaughtUp;
import chat.salon.acceptance.history.Entry.Ended;
import chat.salon.acceptance.history.Entry.Fault;
import chat.salon.acceptance.history.Entry.Heard;
import chat.salon.acceptance.history.Entry.Held;
import chat.salon.acceptance.history.Entry.Kept;
import chat.salon.acceptance.history.Entry.Kicked;
import chat.salon.acceptance.history.Entry.Run;
import chat.salon.acceptance.history.Entry.Sent;
import chat.salon.acceptance.history.Entry.Settled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sorts the log into spans, and finds what was heard outside of them.
final class Spans {
  private final Findings findings;
  private final List<Span> spans = new ArrayList<>();
  private final Map<Place, Span> open = new HashMap<>();
  private final Map<Place, Span> ended = new HashMap<>();
  private final Map<Place, List<Kicked>> kicks = new HashMap<>();

  private record Place(String who, String channel) {}

  Spans(List<Entry> log, Findings findings) {
    this.findings = findings;
    log.forEach(this::sort);
  }

  /// All of them, in the order in which they began.
  List<Span> all() {
    return spans;
  }

  /// How somebody was put out of the channel of a span.
  List<Kicked> kicks(Span span) {
    return kicks.getOrDefault(new Place(span.began.client(), span.began.channel()), List.of());
  }

  private void sort(Entry entry) {
    switch (entry) {
      case Began began -> {
        var span = new Span(began);
        spans.add(span);
        open.put(new Place(began.session(), began.channel()), span);
      }
      case Heard heard -> {
        var place = new Place(heard.session(), heard.message().channel());
        // an answer to what was asked before the end may come after it
        var span = heard.replayed() ? open.getOrDefault(place, ended.get(place)) : open.get(place);
        if (span == null) {
          findings.add(N9, heard.session() + " heard it, but was not in the channel", heard);
        } else {
          span.heard(heard);
        }
      }
      case CaughtUp caughtUp -> {
        var span = open.get(new Place(caughtUp.session(), caughtUp.channel()));
        if (span != null) {
          span.caughtUp(caughtUp);
        }
      }
      case Settled settled -> {
        var span = open.get(new Place(settled.session(), settled.channel()));
        if (span != null) {
          span.settled = settled;
        }
      }
      case Ended end -> {
        var place = new Place(end.session(), end.channel());
        var span = open.remove(place);
        if (span != null) {
          ended.put(place, span);
        }
      }
      case Kicked kicked ->
          kicks
              .computeIfAbsent(new Place(kicked.client(), kicked.channel()), _ -> new ArrayList<>())
              .add(kicked);
      case Run _, Fault _, Sent _, Held _, Kept _ -> {}
    }
  }
}
