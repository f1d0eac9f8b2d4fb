package chat.salon.bench;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Counts on the event loop what another thread waits for.
final class Tally {
  private final String what;
  private final int goal;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private volatile int count;

  /// @param what in words, for the error if it does not come: "connections registered"
  Tally(String what, int goal) {
    this.what = what;
    this.goal = goal;
    if (goal == 0) {
      end.complete(null);
    }
  }

  /// On the event loop only.
  void one() {
    int now = count + 1;
    count = now;
    if (now == goal) {
      end.complete(null);
    }
  }

  void fail(BenchException why) {
    end.completeExceptionally(why);
  }

  /// Waits until all have come, as long as there is progress.
  ///
  /// @param patience with a server that answers nothing at all
  void await(Duration patience) {
    for (int before = -1; before != count; ) {
      before = count;
      try {
        end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException _) {
        // Looks whether there was progress.
      } catch (ExecutionException e) {
        throw e.getCause() instanceof BenchException why ? why : new BenchException(what, e);
      } catch (InterruptedException e) {
        throw new BenchException("interrupted", e);
      }
    }
    throw new BenchException(
        "%,d of %,d %s, and nothing more came for %d s"
            .formatted(count, goal, what, patience.toSeconds()));
  }
}
