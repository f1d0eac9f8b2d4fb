package chat.salon.bench;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Whether every delivery came once and in order. A stream is what one reader hears of one voice:
/// its messages are numbered from 0. The usual case is one comparison; the others are counted. Not
/// for several threads at once.
final class Check {
  private static final int CLOSED = -1;
  private static final int MOST_GAPS = 1 << 20;

  private int[] next;
  private final Set<Long> gaps = new HashSet<>();

  private long lost;
  private long doubled;
  private long reordered;
  private long stray;

  /// @param streams how many there are; all are closed
  Check(int streams) {
    next = new int[streams];
    Arrays.fill(next, CLOSED);
  }

  /// Makes room for one more stream, which is closed.
  int add() {
    next = Arrays.copyOf(next, next.length + 1);
    next[next.length - 1] = CLOSED;
    return next.length - 1;
  }

  /// Counts what only somebody else can know to be lost or to be too much.
  void blame(long missing, long tooMuch) {
    lost += missing;
    stray += tooMuch;
  }

  /// Expects messages in a stream, from this number on.
  void open(int stream, int number) {
    next[stream] = number;
  }

  /// The number that comes next in a stream.
  int next(int stream) {
    return next[stream];
  }

  /// Takes a delivery.
  ///
  /// @return how many messages of the stream are over now: 1 as a rule, more after a gap, 0 for
  ///   what should not have come
  int take(int stream, int number) {
    if (stream < 0 || stream >= next.length) {
      stray++;
      return 0;
    }
    int expected = next[stream];
    if (number == expected) {
      next[stream] = expected + 1;
      return 1;
    }
    return surprise(stream, number, expected);
  }

  private int surprise(int stream, int number, int expected) {
    if (expected == CLOSED || number < 0) {
      stray++;
      return 0;
    }
    if (number < expected) {
      if (gaps.remove(key(stream, number))) {
        lost--;
        reordered++;
      } else {
        doubled++;
      }
      return 0;
    }
    for (int gap = expected; gap < number && gaps.size() < MOST_GAPS; gap++) {
      gaps.add(key(stream, gap));
    }
    lost += number - expected;
    next[stream] = number + 1;
    return number - expected + 1;
  }

  private static long key(int stream, int number) {
    return (long) stream << 32 | number;
  }

  /// Ends a stream: everything below the end should have come.
  void close(int stream, int end) {
    if (next[stream] != CLOSED) {
      lost += Math.max(0, end - next[stream]);
      next[stream] = CLOSED;
    }
  }

  /// What was wrong so far.
  Verdict verdict() {
    return new Verdict(lost, doubled, reordered, stray);
  }
}
