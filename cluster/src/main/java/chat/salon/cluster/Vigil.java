package chat.salon.cluster;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether this node has stood still for so long that the others may have put it out: frozen, or on
/// a machine that slept. It is the first to know, long before it hears of it, since it looks at the
/// clock. From then on it is in doubt, until all others have said that it is still one of them. Any
/// thread.
final class Vigil {
  private static final Logger LOG = LoggerFactory.getLogger(Vigil.class);

  private final long mostNanos;
  private final LongSupplier nanos;
  private final LongSupplier millis;
  private final Supplier<CompletableFuture<Boolean>> others;
  private long lastNanos;
  private long lastMillis;
  private int doubts; // how often it stood still
  private boolean isAsking;
  private boolean isOver;
  private CompletableFuture<Void> sure = CompletableFuture.completedFuture(null);

  /// @param most that it may stand still; less than what the others wait
  /// @param nanos as [System#nanoTime()], which on some machines does not count their sleep
  /// @param millis as [System#currentTimeMillis()], which does, and may leap without any
  /// @param others asks all of them: whether each says that this node is one of them
  Vigil(
      Duration most,
      LongSupplier nanos,
      LongSupplier millis,
      Supplier<CompletableFuture<Boolean>> others) {
    this.mostNanos = most.toNanos();
    this.nanos = nanos;
    this.millis = millis;
    this.others = others;
    begin();
  }

  /// From here on it counts: what came before was the start of the node, which takes its time.
  synchronized void begin() {
    lastNanos = nanos.getAsLong();
    lastMillis = millis.getAsLong();
  }

  /// Looks at the clock, and asks the others when there is a reason. Called in intervals that are
  /// much shorter than what it may stand still.
  void beat() {
    int doubt;
    synchronized (this) {
      look();
      if (sure.isDone() || isAsking) {
        return;
      }
      isAsking = true;
      doubt = doubts;
    }
    ask().whenComplete((areAllSure, _) -> answered(doubt, Boolean.TRUE.equals(areAllSure)));
  }

  private CompletableFuture<Boolean> ask() {
    try {
      return others.get();
    } catch (RuntimeException fault) { // the next beat asks again
      return CompletableFuture.failedFuture(fault);
    }
  }

  private void answered(int doubt, boolean areAllSure) {
    CompletableFuture<Void> end = null;
    synchronized (this) {
      isAsking = false;
      look(); // it may have stood still since they said so
      if (areAllSure && doubt == doubts) {
        end = sure;
      }
    }
    if (end != null) {
      end.complete(null);
    }
  }

  private void look() {
    long now = nanos.getAsLong();
    long wall = millis.getAsLong();
    long leap = TimeUnit.MILLISECONDS.toNanos(wall - lastMillis);
    if (now - lastNanos > mostNanos || leap > mostNanos) {
      doubts++;
      if (sure.isDone() && !isOver) {
        LOG.warn("This node stood still; asks the others whether it is still one of them");
        sure = new CompletableFuture<>();
      }
    }
    lastNanos = now;
    lastMillis = wall;
  }

  /// Whether it is not to speak for the network now.
  synchronized boolean isInDoubt() {
    look();
    return !sure.isDone() || isOver;
  }

  /// Waits until it is sure.
  ///
  /// @return false when it was put out, or the others do not say
  boolean awaitSure(Duration most) throws InterruptedException {
    CompletableFuture<Void> end;
    synchronized (this) {
      look();
      if (isOver) {
        return false;
      }
      end = sure;
    }
    try {
      end.get(most.toMillis(), TimeUnit.MILLISECONDS);
      return !isInDoubt();
    } catch (ExecutionException | TimeoutException _) {
      return false;
    }
  }

  /// It was put out.
  void end() {
    CompletableFuture<Void> end;
    synchronized (this) {
      isOver = true;
      end = sure;
    }
    end.complete(null);
  }
}
