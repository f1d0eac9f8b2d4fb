package chat.salon.store;

import java.util.LinkedHashMap;
import java.util.Map;

/// The row numbers that were looked up last. Belongs to one thread.
final class Known<K> {
  private static final int MOST = 100_000;

  private final Map<K, Long> numbers =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Long> eldest) {
          return size() > MOST;
        }
      };

  /// 0 when it is not known.
  long find(K key) {
    return numbers.getOrDefault(key, 0L);
  }

  void put(K key, long number) {
    numbers.put(key, number);
  }

  void forget() {
    numbers.clear();
  }
}
