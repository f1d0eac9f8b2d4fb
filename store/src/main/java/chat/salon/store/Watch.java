package chat.salon.store;

import chat.salon.core.StoreException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Sees to it that nobody waits for the store longer than they have patience: one thread looks at
/// all who wait, so that a wait costs no timer. Any thread.
final class Watch implements AutoCloseable {
  private static final int LOOKS = 4; // within the shortest patience
  private static final Duration MOST_BETWEEN = Duration.ofSeconds(1);

  private final Set<Task<?>> waiting = ConcurrentHashMap.newKeySet();
  private final Patience patience;
  private final Runnable stuck;
  private final ScheduledExecutorService clock;

  /// How long somebody waits.
  ///
  /// @param toBegin until their work begins, or it is withdrawn
  /// @param toEnd until it ends, or it is given up
  record Patience(Duration toBegin, Duration toEnd) {
    static final Patience DEFAULT = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(60));

    // Several answers of a database server, each of which may take as long as it is allowed to.
    private static final int ANSWERS = 6;

    static Patience of(StoreSettings settings) {
      var answers = settings.timeout().multipliedBy(ANSWERS);
      var toEnd = DEFAULT.toEnd();
      return new Patience(DEFAULT.toBegin(), answers.compareTo(toEnd) > 0 ? answers : toEnd);
    }
  }

  /// @param stuck told of work that began and did not end in time, on this watch's thread
  Watch(String name, Patience patience, Runnable stuck) {
    this.patience = patience;
    this.stuck = stuck;
    var shortest =
        patience.toBegin().compareTo(patience.toEnd()) < 0 ? patience.toBegin() : patience.toEnd();
    long between = Math.min(shortest.dividedBy(LOOKS).toNanos(), MOST_BETWEEN.toNanos());
    this.clock =
        Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name(name).factory());
    clock.scheduleWithFixedDelay(this::look, between, between, TimeUnit.NANOSECONDS);
  }

  /// Waits for a task that has been handed to the thread of a connection.
  <R> R await(Task<R> task) {
    waiting.add(task);
    try {
      return task.await();
    } finally {
      waiting.remove(task);
    }
  }

  private void look() {
    long now = System.nanoTime();
    for (var task : waiting) {
      if (task.isOverdue(now, patience)) {
        stuck.run();
        task.fail(new StoreException("The store does not answer."));
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
