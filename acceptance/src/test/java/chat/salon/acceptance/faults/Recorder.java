package chat.salon.acceptance.faults;

import chat.salon.acceptance.IrcClient;
import chat.salon.acceptance.history.Entry;
import chat.salon.acceptance.history.Log;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/// What all clients of a run share: its log and its clock, and a way to wait for what they do. Any
/// thread.
final class Recorder {
  private static final long PATIENCE = Duration.ofMillis(3L * IrcClient.PATIENCE_MILLIS).toNanos();

  private final Log log = new Log();
  private final List<String> troubles = new CopyOnWriteArrayList<>();

  /// Nanoseconds of the clock of the run.
  static long now() {
    return System.nanoTime();
  }

  synchronized void note(Entry entry) {
    log.add(entry);
    notifyAll();
  }

  /// Something happens to a node or a client.
  void fault(String what, String whom) {
    note(new Entry.Fault(what, whom, now()));
  }

  /// Something went wrong that no invariant speaks of.
  void trouble(String what) {
    troubles.add(what);
  }

  List<String> troubles() {
    return troubles;
  }

  List<Entry> entries() {
    return log.entries();
  }

  /// Lets those look again who wait.
  synchronized void changed() {
    notifyAll();
  }

  /// Waits until it is so.
  ///
  /// @return false when it was not so for as long as anybody waits
  synchronized boolean await(BooleanSupplier isSo) throws InterruptedException {
    long deadline = now() + PATIENCE;
    while (!isSo.getAsBoolean()) {
      long left = deadline - now();
      if (left <= 0) {
        return false;
      }
      wait(Math.max(1, left / 1_000_000));
    }
    return true;
  }
}
