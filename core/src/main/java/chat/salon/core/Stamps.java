package chat.salon.core;

import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/// Gives ids: 41 bits of milliseconds since 2020, 14 bits that count within one, 8 bits of node.
/// Ids of one node only go up, whatever its clock does, and no two nodes give the same. Any thread.
public final class Stamps {
  private static final long EPOCH = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
  private static final int CLOCK_SHIFT = 22;
  private static final int NODE_BITS = 8;
  private static final long STEP = 1L << NODE_BITS;
  private static final int MSGID_DIGITS = 13;
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base 32

  private final InstantSource clock;
  private final int node;
  private final AtomicLong last = new AtomicLong();

  /// @param node 0 to 255, unlike any other node's
  public Stamps(InstantSource clock, int node) {
    if (node < 0 || node >= STEP) {
      throw new IllegalArgumentException("a node is numbered 0 to 255, not " + node);
    }
    this.clock = clock;
    this.node = node;
  }

  /// An id greater than every one given or seen here.
  public long next() {
    return next(1);
  }

  /// The first of so many such ids, which follow each other.
  long next(int count) {
    long now = at(clock.millis()) | node;
    long others = (count - 1) * STEP;
    return last.updateAndGet(previous -> Math.max(previous + STEP, now) + others) - others;
  }

  /// The id that so many ids follow, of those that were given together.
  static long following(long id, int by) {
    return id + by * STEP;
  }

  /// Makes sure that all coming ids are greater than this one, which another node or an earlier
  /// start with another clock gave.
  public void raise(long seen) {
    last.accumulateAndGet((seen & -STEP) | node, Math::max);
  }

  /// The number of the node whose ids these are.
  public int node() {
    return node;
  }

  /// The clock that the ids come from.
  public Instant now() {
    return clock.instant();
  }

  /// The least id of a moment: what came before it has a lesser one. Moments before 2020 count as
  /// the first of all.
  public static long at(Instant time) {
    return at(time.toEpochMilli());
  }

  private static long at(long millis) {
    return Math.clamp(millis - EPOCH, 0, (1L << 41) - 1) << CLOCK_SHIFT;
  }

  /// The moment of an id, to the millisecond.
  public static Instant time(long id) {
    return Instant.ofEpochMilli((id >>> CLOCK_SHIFT) + EPOCH);
  }

  /// The node that gave an id.
  public static int node(long id) {
    return (int) (id & (STEP - 1));
  }

  /// An id as clients see it: 13 digits and letters that sort like the ids.
  public static String msgid(long id) {
    var text = new char[MSGID_DIGITS];
    for (int i = MSGID_DIGITS - 1; i >= 0; i--) {
      text[i] = DIGITS.charAt((int) (id & 31));
      id >>>= 5;
    }
    return new String(text);
  }

  /// The id that clients see as this, or empty when it is none of ours.
  public static OptionalLong parseMsgid(String text) {
    if (text.length() != MSGID_DIGITS) {
      return OptionalLong.empty();
    }
    long id = 0;
    for (int i = 0; i < MSGID_DIGITS; i++) {
      int digit = DIGITS.indexOf(text.charAt(i));
      if (digit < 0) {
        return OptionalLong.empty();
      }
      id = (id << 5) | digit;
    }
    return id < 0 ? OptionalLong.empty() : OptionalLong.of(id);
  }
}
