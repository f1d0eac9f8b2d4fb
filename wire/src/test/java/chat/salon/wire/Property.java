package chat.salon.wire;

import java.util.Random;
import java.util.function.Consumer;

/// Something true of every input, tried with many random ones. A failure names the seed:
/// `-Dsalon.seed=…` starts with that very input.
final class Property {
  private Property() {}

  static void holds(int times, Consumer<Random> property) {
    long first = Long.getLong("salon.seed", System.nanoTime());
    for (long seed = first; seed < first + times; seed++) {
      try {
        property.accept(new Random(seed));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seen with -Dsalon.seed=" + seed, e);
      }
    }
  }
}
