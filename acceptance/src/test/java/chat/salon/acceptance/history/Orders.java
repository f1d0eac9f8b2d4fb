package chat.salon.acceptance.history;

import static chat.salon.acceptance.history.Invariant.N12;
import static chat.salon.acceptance.history.Invariant.N4;
import static chat.salon.acceptance.history.Invariant.N8;

import chat.salon.acceptance.history.Entry.Kept;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The order of each channel: its ids go up, it goes with time, and every reading shows the same.
final class Orders {
  private final Sightings sightings;
  private final Findings findings;

  Orders(Sightings sightings, Findings findings) {
    this.sightings = sightings;
    this.findings = findings;
  }

  /// Judges them, and returns the first reading of each channel, by which all else is judged.
  Map<String, Order> judge(List<Entry> log) {
    var readings = new LinkedHashMap<String, Map<String, List<Kept>>>();
    for (var entry : log) {
      if (entry instanceof Kept kept) {
        readings
            .computeIfAbsent(kept.message().channel(), _ -> new LinkedHashMap<>())
            .computeIfAbsent(kept.source(), _ -> new ArrayList<>())
            .add(kept);
      }
    }
    var orders = new LinkedHashMap<String, Order>();
    readings.forEach((channel, sources) -> {
      var all = List.copyOf(sources.values());
      var order = new Order(all.getFirst(), sightings);
      orders.put(channel, order);
      judge(order);
      all.subList(1, all.size()).forEach(other -> compare(channel, all.getFirst(), other));
    });
    return orders;
  }

  private void judge(Order order) {
    int latest = 0;
    for (int place = 1; place < order.size(); place++) {
      var before = order.kept(place - 1);
      var here = order.kept(place);
      if (here.message().msgid().compareTo(before.message().msgid()) <= 0) {
        findings.add(N4, "the ids of the history go back", before, here);
      }
      if (called(order, place - 1) > called(order, latest)) {
        latest = place - 1;
      }
      if (sightings.known(here.message()) < called(order, latest)) {
        findings.add(
            N8,
            "known before the other was said, but sorted behind it",
            here,
            order.kept(latest),
            attempt(order, latest));
      }
    }
  }

  private long called(Order order, int place) {
    return sightings.called(order.message(place));
  }

  private Entry attempt(Order order, int place) {
    return sightings.attempts(order.message(place)).getFirst();
  }

  private void compare(String channel, List<Kept> one, List<Kept> other) {
    int same = 0;
    int both = Math.min(one.size(), other.size());
    while (same < both && one.get(same).message().equals(other.get(same).message())) {
      same++;
    }
    if (same < one.size() || same < other.size()) {
      findings.add(
          N12,
          "two readings of "
              + channel
              + " differ from message "
              + (same + 1)
              + " on ("
              + one.size()
              + " and "
              + other.size()
              + ")",
          same < one.size() ? one.get(same) : null,
          same < other.size() ? other.get(same) : null);
    }
  }
}
