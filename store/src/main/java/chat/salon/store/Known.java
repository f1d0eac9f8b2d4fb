package chat.salon.store;

import java.util.LinkedHashMap;
import java.util.Map;

/// The row numbers that were looked up last. Belongs to one thread.
final class Known<K> {
  // A row number that is not here costs one read of an index, which is little beside an append; one
  // that is here costs memory: about 1 MiB for all.
  static final int MOST = 8192;

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

  void forget(K key) {
    numbers.remove(key);
  }

  void forget() {
    numbers.clear();
  }
}
