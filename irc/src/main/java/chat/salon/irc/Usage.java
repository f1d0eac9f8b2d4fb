package chat.salon.irc;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// How often each command was used on this node since it started. Any thread.
public final class Usage {
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  /// @param command null for one that there is not, which is not counted
  void count(@Nullable Command command) {
    if (command != null) {
      counts.computeIfAbsent(command.spec().name(), _ -> new LongAdder()).increment();
    }
  }

  /// The counts by the names of commands, in order.
  public Map<String, Long> counts() {
    var all = new TreeMap<String, Long>();
    counts.forEach((name, count) -> all.put(name, count.sum()));
    return all;
  }
}
