package chat.salon.bench;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Chooses among things of which the second is taken half as often as the first, the third a third
/// as often, and so on.
final class Zipf {
  private final double[] sums;

  /// @param things how many there are
  Zipf(int things) {
    sums = new double[things];
    double sum = 0;
    for (int i = 0; i < things; i++) {
      sum += 1.0 / (i + 1);
      sums[i] = sum;
    }
  }

  int choose(RandomGenerator chance) {
    int place = Arrays.binarySearch(sums, chance.nextDouble() * sums[sums.length - 1]);
    return Math.min(sums.length - 1, place < 0 ? -place - 1 : place);
  }
}
