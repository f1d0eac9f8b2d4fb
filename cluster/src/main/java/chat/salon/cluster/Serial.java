package chat.salon.cluster;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one task after the other, in order, on a virtual thread that is there only while there are
/// any. Tasks may wait. Any thread may add.
final class Serial implements Executor {
  private static final Logger LOG = LoggerFactory.getLogger(Serial.class);

  private final String name;
  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private boolean isRunning;

  Serial(String name) {
    this.name = name;
  }

  @Override
  public void execute(Runnable task) {
    synchronized (tasks) {
      tasks.add(task);
      if (isRunning) {
        return;
      }
      isRunning = true;
    }
    Thread.ofVirtual().name(name).start(this::run);
  }

  private void run() {
    for (var task = next(); task != null; task = next()) {
      try {
        task.run();
      } catch (RuntimeException fault) { // the next one is another's
        LOG.error("{}", name, fault);
      }
    }
  }

  private @org.jspecify.annotations.Nullable Runnable next() {
    synchronized (tasks) {
      var task = tasks.poll();
      isRunning = task != null;
      return task;
    }
  }
}
