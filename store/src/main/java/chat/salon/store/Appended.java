package chat.salon.store;

import chat.salon.core.ConversationId;
import java.util.LinkedHashSet;
import java.util.Set;

/// The conversations that this node has written to since somebody last looked. Any thread.
final class Appended {
  private static final int MOST = 100_000;

  private final Set<ConversationId<?>> moved = new LinkedHashSet<>();
  private boolean isFollowed;
  private boolean isOverfull;

  /// What has moved.
  ///
  /// @param isAll whether there may be others
  record Moved(Set<ConversationId<?>> conversations, boolean isAll) {}

  /// From now on somebody looks.
  synchronized void follow() {
    isFollowed = true;
  }

  synchronized void add(ConversationId<?> where) {
    if (!isFollowed) {
      return;
    }
    if (moved.size() < MOST) {
      moved.add(where);
    } else {
      isOverfull = true;
    }
    notifyAll();
  }

  /// Ends the wait of who looks.
  synchronized void wake() {
    isOverfull = true;
    notifyAll();
  }

  /// Waits until something has moved, or so long.
  synchronized void await(long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    long left = millis;
    while (moved.isEmpty() && !isOverfull && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }

  /// What has moved since the last time.
  synchronized Moved take() {
    var taken = new Moved(Set.copyOf(moved), !isOverfull);
    moved.clear();
    isOverfull = false;
    return taken;
  }
}
