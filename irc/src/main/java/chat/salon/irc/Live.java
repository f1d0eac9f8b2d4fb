package chat.salon.irc;

import java.time.Duration;

/// How many sessions have begun and not ended: those whose last turn is still to come. Any thread.
final class Live {
  private int sessions;

  synchronized void began() {
    sessions++;
  }

  synchronized void ended() {
    sessions--;
    notifyAll();
  }

  /// Waits until all sessions have ended.
  ///
  /// @return whether they have, within the bound
  synchronized boolean awaitNone(Duration most) throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    while (sessions > 0) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      wait(1 + left / 1_000_000);
    }
    return true;
  }
}
