package chat.salon.core.account;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts by key. Whoever has had its number in one window waits; each further one within a window
/// of that wait's end doubles the wait. Keeps the keys that were counted last, 20,000 of them. Any
/// thread; never waits for anything but itself.
final class Throttle {
  private static final int MOST_KEYS = 20_000;

  private final int free;
  private final long window;
  private final long firstWait;
  private final long longestWait;
  private final ForwardTime time;
  private final Map<String, Count> counts =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > MOST_KEYS;
        }
      };

  /// @param free how many each key has in a window; 0 is no limit
  Throttle(int free, Duration window, Duration firstWait, Duration longestWait, ForwardTime time) {
    this.free = free;
    this.window = window.toMillis();
    this.firstWait = firstWait.toMillis();
    this.longestWait = longestWait.toMillis();
    this.time = time;
  }

  /// How long the key still has to wait; zero when it need not.
  synchronized Duration waitFor(String key) {
    var count = counts.get(key);
    return count == null
        ? Duration.ZERO
        : Duration.ofMillis(Math.max(0, count.blockedUntil - time.millis()));
  }

  /// Counts one for the key.
  synchronized void count(String key) {
    if (free > 0) {
      var count = counts.remove(key); // and back at the young end
      var counted = count == null ? new Count() : count;
      counts.put(key, counted);
      counted.add(time.millis());
    }
  }

  /// Gives the key all that it had at first.
  synchronized void forget(String key) {
    counts.remove(key);
  }

  /// What is known of one key. Guarded by the throttle.
  private final class Count {
    private final long[] last = new long[free]; // a ring of the latest times
    private int next;
    private int strikes;
    private long blockedUntil;

    Count() {
      Arrays.fill(last, Long.MIN_VALUE);
    }

    void add(long now) {
      last[next] = now;
      next = (next + 1) % free;
      if (strikes > 0 && now >= blockedUntil + window) {
        strikes = 0;
      }
      long oldest = last[next];
      boolean full = oldest != Long.MIN_VALUE && oldest > now - window;
      if (strikes > 0 || full) {
        blockedUntil = now + Math.min(longestWait, firstWait << Math.min(strikes, 20));
        strikes++;
      }
    }
  }
}
