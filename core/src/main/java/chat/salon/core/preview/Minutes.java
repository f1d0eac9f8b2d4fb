package chat.salon.core.preview;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// How often everybody did something in this minute. Any thread.
final class Minutes {
  private final int most;
  private final Map<String, Integer> counts = new HashMap<>();
  private long minute;

  /// @param most that one may do it in a minute
  Minutes(int most) {
    this.most = most;
  }

  /// Counts once more, if somebody may.
  synchronized boolean mayNow(String party, Instant now) {
    long current = now.getEpochSecond() / 60;
    if (current != minute) {
      counts.clear();
      minute = current;
    }
    return counts.merge(party, 1, Integer::sum) <= most;
  }
}
