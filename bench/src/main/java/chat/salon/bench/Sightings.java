package chat.salon.bench;

import java.util.Arrays;

/// Whether those who stay see each visitor come once and go once, in this order. Visitors are
/// numbered behind those who stay.
final class Sightings {
  private static final byte NEVER = 0;
  private static final byte CAME = 1;
  private static final byte WENT = 2;

  private final byte[][] seen;
  private long doubled;
  private long reordered;

  Sightings(int residents) {
    seen = new byte[residents][0];
  }

  int residents() {
    return seen.length;
  }

  /// One of those who stay sees a visitor move.
  void see(int resident, int visitor, Ear.Move move) {
    int place = visitor - seen.length;
    if (place >= seen[resident].length) {
      seen[resident] = Arrays.copyOf(seen[resident], Math.max(256, place * 2));
    }
    byte before = seen[resident][place];
    if (move == Ear.Move.JOIN) {
      doubled += before == NEVER ? 0 : 1;
      seen[resident][place] = (byte) Math.max(before, CAME);
    } else {
      doubled += before == WENT ? 1 : 0;
      reordered += before == NEVER ? 1 : 0;
      seen[resident][place] = WENT;
    }
  }

  /// What was wrong, when all is over.
  ///
  /// @param clients how many there were, residents and visitors
  Verdict verdict(int clients) {
    long lost = 0;
    for (var of : seen) {
      for (int place = 0; place < clients - seen.length; place++) {
        lost += WENT - (place < of.length ? of[place] : NEVER);
      }
    }
    return new Verdict(lost, doubled, reordered, 0);
  }
}
