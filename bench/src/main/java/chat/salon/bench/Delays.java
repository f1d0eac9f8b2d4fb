package chat.salon.bench;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// How long after they were due messages came, of those that were due while it was recorded. When a
/// message was really sent does not matter: a generator or a server that falls behind makes all who
/// wait wait longer, and that counts. Times are of [System#nanoTime]. On the event loop only.
final class Delays {
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);
  private static final int DIGITS = 3;

  private final Histogram histogram = new Histogram(LONGEST, DIGITS);
  private boolean begun;
  private boolean ended;
  private long from;
  private long to;

  /// Records what is due from now on.
  void begin(long now) {
    begun = true;
    from = now;
  }

  /// Does not record what is due from now on.
  void end(long now) {
    ended = true;
    to = now;
  }

  void record(long due, long came) {
    if (begun && due - from >= 0 && !(ended && due - to >= 0)) {
      histogram.recordValue(Math.clamp(came - due, 0, LONGEST));
    }
  }

  /// In nanoseconds, as it is now.
  Histogram histogram() {
    return histogram.copy();
  }
}
