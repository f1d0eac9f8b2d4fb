package chat.salon.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who came and what was said a moment ago: what `+j` and `+d` go by. Part of the state of a
/// channel, and known to its owner alone.
final class Rush {
  private static final int LEAST_REMEMBERED = 20;

  private final List<Instant> joins;
  private final Map<String, List<Spoken>> said;

  // Of a text no more than what tells it from others.
  private record Spoken(int hash, int length, Instant at) {
    // Who adds a space or a capital letter says the same.
    static Spoken of(String text, Instant at) {
      var folded = Fold.sought(text.strip());
      return new Spoken(folded.hashCode(), folded.length(), at);
    }

    boolean isSameAs(Spoken other) {
      return hash == other.hash && length == other.length;
    }
  }

  Rush() {
    this(new ArrayList<>(), new HashMap<>());
  }

  private Rush(List<Instant> joins, Map<String, List<Spoken>> said) {
    this.joins = joins;
    this.said = said;
  }

  Rush copy() {
    return new Rush(new ArrayList<>(joins), new HashMap<>(said));
  }

  /// Forgets all of it.
  void clear() {
    joins.clear();
    said.clear();
  }

  void joined(Quota quota, Instant at) {
    var since = at.minusSeconds(quota.seconds());
    joins.removeIf(before -> !before.isAfter(since));
    joins.add(at);
    while (joins.size() > quota.times()) {
      joins.removeFirst();
    }
  }

  /// Whether as many came in as may.
  boolean isFull(Quota quota, Instant now) {
    var since = now.minusSeconds(quota.seconds());
    return joins.stream().filter(at -> at.isAfter(since)).count() >= quota.times();
  }

  void said(Quota quota, String party, String text, Instant at) {
    var since = at.minusSeconds(quota.seconds());
    said.values().removeIf(all -> !all.getLast().at().isAfter(since));
    var recent = new ArrayList<>(recent(party, since));
    recent.add(Spoken.of(text, at));
    int most = Math.max(quota.times(), LEAST_REMEMBERED);
    said.put(party, List.copyOf(recent.subList(Math.max(0, recent.size() - most), recent.size())));
  }

  /// Whether somebody said this as often as one may.
  boolean isWornOut(Quota quota, String party, String text, Instant now) {
    var same = Spoken.of(text, now);
    return recent(party, now.minusSeconds(quota.seconds())).stream().filter(same::isSameAs).count()
        >= quota.times();
  }

  private List<Spoken> recent(String party, Instant since) {
    return said.getOrDefault(party, List.of()).stream()
        .filter(one -> one.at().isAfter(since))
        .toList();
  }
}
