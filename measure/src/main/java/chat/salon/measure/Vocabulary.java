package chat.salon.measure;

import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Texts of made-up words, which are as common as Zipf says. Not for several threads.
final class Vocabulary implements Function<RandomGenerator, String> {
  private static final int WORDS = 100_000;
  private static final int LONGEST = 20;
  private static final String CONSONANTS = "bcdfglmnprstv";
  private static final String VOWELS = "aeiou";

  private final Zipf zipf = new Zipf(WORDS);
  private final SplittableRandom random = new SplittableRandom(2);

  /// The word of a rank; 0 is the most common.
  static String word(int rank) {
    var word = new StringBuilder();
    for (int rest = rank + CONSONANTS.length() * VOWELS.length(); rest > 0; ) {
      word.append(CONSONANTS.charAt(rest % CONSONANTS.length()));
      rest /= CONSONANTS.length();
      word.append(VOWELS.charAt(rest % VOWELS.length()));
      rest /= VOWELS.length();
    }
    return word.toString();
  }

  @Override
  public String apply(RandomGenerator lengths) {
    var text = new StringBuilder();
    for (int i = lengths.nextInt(3, LONGEST); i > 0; i--) {
      text.append(word(zipf.pick(random))).append(i == 1 ? "" : " ");
    }
    return text.toString();
  }
}
