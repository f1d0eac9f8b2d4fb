package chat.salon.core;

import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// When those who spoke a moment ago did so: what slow mode goes by. Part of the state of a
/// channel, and known to its owner alone.
final class Pace {
  private final Map<String, Instant> last;

  Pace() {
    this(new HashMap<>());
  }

  private Pace(Map<String, Instant> last) {
    this.last = last;
  }

  Pace copy() {
    return new Pace(new HashMap<>(last));
  }

  /// Whether who said this has to wait before they say something else.
  static boolean counts(Said said) {
    return said.isKept() && said.form() != Form.TAGS;
  }

  /// @param slow the seconds after which it counts no more
  void said(String party, int slow, Instant at) {
    last.values().removeIf(before -> !before.plusSeconds(slow).isAfter(at));
    last.put(party, at);
  }

  /// The seconds that are left, as whole ones; 0 for none.
  long wait(String party, int slow, Instant now) {
    var before = last.get(party);
    if (before == null) {
      return 0;
    }
    long left = Duration.between(now, before.plusSeconds(slow)).toMillis();
    return Math.max(0, Math.ceilDiv(left, 1000));
  }
}
