package chat.salon.store;

import chat.salon.core.ConversationId;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Counts what this node appends to conversations where somebody listens, and wakes those who wait
/// for it. Any thread; costs others no more than a look.
final class Listening {
  private volatile Set<String> where = Set.of();
  private long count;

  /// From now on only these conversations count.
  ///
  /// @param keys see [ConversationId#key()]
  void to(Set<String> keys) {
    where = Set.copyOf(keys);
  }

  void appended(ConversationId<?> conversation) {
    if (where.contains(conversation.key())) {
      wake();
    }
  }

  synchronized void wake() {
    count++;
    notifyAll();
  }

  /// Waits until there is more than that, or so long.
  ///
  /// @return how much there is now
  synchronized long await(long seen, long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left = millis;
    while (count == seen && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
    return count;
  }
}
