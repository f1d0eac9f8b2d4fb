package chat.salon.core;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What is handed to an event loop, and done there in the order in which it was. Other threads wake
/// the loop once for all that they have ready. Any thread; never waits.
public final class Handed {
  private static final int MOST_AT_ONCE = 1024;

  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Executor loop;
  private final BooleanSupplier isHere;
  private final Consumer<Throwable> faults;
  private final Handover handover = new Handover(() -> execute(this::runSome));

  /// @param loop runs a task behind those that it has; rejects them when it is closed
  /// @param isHere whether the calling thread is the loop's
  /// @param faults hears of a task that has failed; the next one is another's
  public Handed(Executor loop, BooleanSupplier isHere, Consumer<Throwable> faults) {
    this.loop = loop;
    this.isHere = isHere;
    this.faults = faults;
  }

  /// Hands a task over.
  public void add(Runnable task) {
    tasks.add(task);
    if (isHere.getAsBoolean()) {
      execute(this::runSome);
    } else {
      handover.soon();
    }
  }

  // Not more than so many at once: what they write is to be sent, and others are to be heard.
  private void runSome() {
    for (int i = 0; i < MOST_AT_ONCE; i++) {
      var task = tasks.poll();
      if (task == null) {
        return;
      }
      try {
        task.run();
      } catch (RuntimeException | Error fault) {
        faults.accept(fault);
      }
    }
    execute(this::runSome);
  }

  /// Has the loop run a task by itself, unless it is closed.
  public void execute(Runnable task) {
    try {
      loop.execute(task);
    } catch (RejectedExecutionException _) {
      // the door is closed, and its sessions with it
    }
  }
}
