package chat.salon.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What earlier versions wrote, and what it meant. A file that a release was made with never
/// changes; `docs/nodes.md` says how to add the next one.
class RecordedMessagesTest {
  private static final int NEWEST = 1;

  /// One message.
  ///
  /// @param meaning as [Shown] shows it
  record Recorded(String hex, String meaning) {
    Message message() {
      return Codec.decode(HexFormat.of().parseHex(hex));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1})
  void what_was_recorded_is_read_as_it_was_meant(int version) throws IOException {
    for (var recorded : recorded(version)) {
      assertThat(Shown.of(recorded.message())).isEqualTo(recorded.meaning());
    }
  }

  @Test
  void what_is_written_today_is_what_was_recorded_last() throws IOException {
    for (var recorded : recorded(NEWEST)) {
      var again = Codec.encode(recorded.message());

      // As long, and the same bytes: but sets and maps are written in any order.
      assertThat(sorted(again)).isEqualTo(sorted(HexFormat.of().parseHex(recorded.hex())));
    }
  }

  @Test
  void every_kind_and_every_constant_is_recorded() throws IOException {
    var seen = new HashSet<Object>();
    for (var recorded : recorded(NEWEST)) {
      seen.addAll(CodecTest.kindsAndConstants(recorded.message()));
    }

    assertThat(seen).containsAll(CodecTest.kindsAndConstants());
  }

  private static List<Recorded> recorded(int version) throws IOException {
    try (InputStream file = RecordedMessagesTest.class.getResourceAsStream(name(version))) {
      var lines = new String(file.readAllBytes(), US_ASCII).lines().toList();
      var recorded = new ArrayList<Recorded>();
      for (int i = 0; i + 1 < lines.size(); i += 2) {
        recorded.add(new Recorded(lines.get(i), lines.get(i + 1)));
      }
      return recorded;
    }
  }

  private static byte[] sorted(byte[] bytes) {
    var sorted = bytes.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static String name(int version) {
    return "messages-" + version + ".txt";
  }
}
