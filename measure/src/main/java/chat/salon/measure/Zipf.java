package chat.salon.measure;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Picks numbers from 0 on as people pick conversations: the second half as often as the first, the
/// third a third as often, and so on. Immutable.
final class Zipf {
  private final double[] upTo;

  /// @param count how many there are to pick from
  Zipf(int count) {
    upTo = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += 1.0 / (i + 1);
      upTo[i] = sum;
    }
  }

  int pick(RandomGenerator random) {
    int found = Arrays.binarySearch(upTo, random.nextDouble(upTo[upTo.length - 1]));
    return found >= 0 ? found : -found - 1;
  }
}
