package chat.salon.cluster;

import java.util.Arrays;

/// Messages with a byte that no node of this version would write.
final class Bytes {
  private Bytes() {}

  /// The first one, with something else at the only place where the two differ.
  static byte[] between(byte[] one, byte[] other, int value) {
    int place = Arrays.mismatch(one, other);
    if (one.length != other.length
        || !Arrays.equals(one, place + 1, one.length, other, place + 1, other.length)) {
      throw new IllegalArgumentException("they differ in more than a byte");
    }
    var changed = one.clone();
    changed[place] = (byte) value;
    return changed;
  }
}
