package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PersonIdTest {
  private static final int PEOPLE = 4096;
  private static final long FIRST = 0x3_1234_5678_9A00L << 12;

  // Ids count within a millisecond in steps of 2⁸, and milliseconds in steps of 2²².
  @ParameterizedTest
  @ValueSource(longs = {1L << 8, 1L << 22, (3L << 22) + (1L << 8)})
  void people_who_come_together_do_not_share_buckets(long step) {
    var perBucket = new HashMap<Integer, Integer>();
    for (int i = 0; i < PEOPLE; i++) {
      int hash = new PersonId(FIRST + i * step).hashCode();
      perBucket.merge((hash ^ (hash >>> 16)) & (PEOPLE - 1), 1, Integer::sum); // as HashMap does
    }
    assertThat(perBucket.values()).allMatch(people -> people < 8); // from 8 on it makes trees
  }
}
