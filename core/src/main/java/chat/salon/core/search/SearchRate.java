package chat.salon.core.search;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// So many searches of each party in a minute: a bucket that fills steadily. Keeps those who
/// searched last. Any thread.
final class SearchRate {
  private static final int MOST_PARTIES = 10_000;
  private static final double MINUTE = Duration.ofMinutes(1).toNanos();

  private final int perMinute;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_PARTIES;
        }
      };

  private record Bucket(double left, long at) {}

  /// @param perMinute 0 is no limit
  SearchRate(int perMinute) {
    this.perMinute = perMinute;
  }

  /// Takes one.
  ///
  /// @param now nanoseconds that only go up
  /// @return how long to wait when there was none; zero when there was
  synchronized Duration take(String party, long now) {
    if (perMinute == 0) {
      return Duration.ZERO;
    }
    var before = buckets.remove(party); // and back at the young end
    double left =
        before == null
            ? perMinute
            : Math.min(perMinute, before.left() + (now - before.at()) * perMinute / MINUTE);
    boolean isThere = left >= 1;
    buckets.put(party, new Bucket(isThere ? left - 1 : left, now));
    return isThere
        ? Duration.ZERO
        : Duration.ofNanos((long) Math.ceil((1 - left) * MINUTE / perMinute));
  }
}
