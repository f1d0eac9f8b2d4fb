package chat.salon.core;

import chat.salon.core.protect.Hindrance.Haste;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often somebody did something within the last minute, on one node. Any thread.
final class Tempo {
  private static final long MINUTE = 60_000;
  private static final int MOST_TARGETS = 200;

  private final Map<Haste, Deque<Long>> times = new EnumMap<>(Haste.class);
  private final LinkedHashMap<String, Long> reached = new LinkedHashMap<>();
  private int owed; // channels that the server itself brings them into

  /// So many of their next JOINs do not count.
  synchronized void owe(int joins) {
    owed = joins;
  }

  /// Counts one more, unless there were too many.
  ///
  /// @param most in a minute; 0 for no limit
  /// @return the seconds to wait; 0 when it was counted
  synchronized long count(Haste what, int most, long now) {
    if (most == 0) {
      return 0;
    }
    if (what == Haste.JOINING && owed > 0) {
      owed--;
      return 0;
    }
    var those = times.computeIfAbsent(what, _ -> new ArrayDeque<>());
    while (!those.isEmpty() && now - those.peekFirst() >= MINUTE) {
      those.removeFirst();
    }
    if (those.size() >= most) {
      return Math.max(1, Math.ceilDiv(those.getFirst() + MINUTE - now, 1000));
    }
    those.addLast(now);
    return 0;
  }

  /// The same for writing to somebody: who was written to a moment ago does not count again.
  synchronized long reach(String party, int most, long now) {
    if (most == 0) {
      return 0;
    }
    var before = reached.remove(party);
    long wait = before == null ? count(Haste.REACHING, most, now) : 0;
    if (wait == 0) {
      reached.put(party, now);
      if (reached.size() > MOST_TARGETS) {
        reached.pollFirstEntry();
      }
    }
    return wait;
  }
}
