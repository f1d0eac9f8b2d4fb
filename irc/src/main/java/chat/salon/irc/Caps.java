package chat.salon.irc;

import java.util.ArrayList;
import java.util.List;

/// A set of capabilities. Small and cheap to compare: readers of the same set share bytes.
///
/// @param bits see [Cap#bit()]
public record Caps(long bits) {
  static final Caps NONE = new Caps(0);

  private static final long SHAPING = shapingBits();

  boolean has(Cap cap) {
    return (bits & cap.bit()) != 0;
  }

  /// This set and one more.
  public Caps with(Cap cap) {
    return new Caps(bits | cap.bit());
  }

  /// This set but for one.
  public Caps without(Cap cap) {
    return new Caps(bits & ~cap.bit());
  }

  /// Those on which the look of an event depends.
  public Caps shaping() {
    return new Caps(bits & SHAPING);
  }

  /// All of them, in the order of [Cap].
  public List<Cap> list() {
    var caps = new ArrayList<Cap>();
    for (var cap : Cap.values()) {
      if (has(cap)) {
        caps.add(cap);
      }
    }
    return caps;
  }

  private static long shapingBits() {
    long bits = 0;
    for (var cap : Cap.values()) {
      if (cap.shapesEvents()) {
        bits |= cap.bit();
      }
    }
    return bits;
  }
}
