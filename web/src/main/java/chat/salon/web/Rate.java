package chat.salon.web;

/// So many requests a second, and a burst: a bucket that holds a burst and fills by the second.
/// Used by one thread at a time.
public final class Rate {
  private long tokensAt = System.nanoTime();
  private double tokens = Double.MAX_VALUE;

  /// Takes one.
  ///
  /// @return seconds to wait when there was none; 0 when there was
  public long take(double perSecond, int burst) {
    if (perSecond == 0) {
      return 0;
    }
    long now = System.nanoTime();
    tokens = Math.min(burst, tokens + (now - tokensAt) / 1e9 * perSecond);
    tokensAt = now;
    if (tokens < 1) {
      return (long) Math.ceil((1 - tokens) / perSecond);
    }
    tokens--;
    return 0;
  }
}
