package chat.salon.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Writes down messages as this version writes them, for [RecordedMessagesTest]: as few as have
/// every kind and every constant in them. Run with the name of a file.
final class Recorder {
  private static final int LONGEST = 2000;

  private Recorder() {}

  /// Records to the file that is named.
  public static void main(String[] args) throws IOException {
    Files.write(Path.of(args[0]), lines(), US_ASCII);
  }

  static List<String> lines() {
    var lines = new ArrayList<String>();
    var missing = CodecTest.kindsAndConstants();
    var values = new Values(7);
    while (!missing.isEmpty()) {
      var message = values.message();
      var bytes = Codec.encode(message);
      if (bytes.length <= LONGEST && missing.removeAll(CodecTest.kindsAndConstants(message))) {
        lines.add(HexFormat.of().formatHex(bytes));
        lines.add(Shown.of(message));
      }
    }
    return lines;
  }
}
