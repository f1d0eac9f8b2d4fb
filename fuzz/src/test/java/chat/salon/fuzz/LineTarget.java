package chat.salon.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.wire.Line;
import chat.salon.wire.Parsed;
import chat.salon.wire.Reason;
import chat.salon.wire.Source;

/// The line parser on any bytes: it says why not, or gives a line that is written as one line and
/// read back the same.
public final class LineTarget {
  private static final int BODY = 512;

  private LineTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    var parsed = Line.parse(input, 0, input.length);
    boolean breaks = Check.breaksLine(input, input.length);
    boolean isUtf8 = Check.isUtf8(input);
    switch (parsed) {
      case Parsed.Ok(var line) -> {
        Check.that(!breaks && isUtf8, "taken for a line");
        written(line);
        shortened(line);
      }
      case Parsed.Bad(var reason, var near) -> {
        Check.same(breaks, breaks && reason == Reason.MALFORMED, "refused with " + reason);
        if (!breaks) Check.same(!isUtf8, reason == Reason.INVALID_UTF8, "refused with " + reason);
        if (reason == Reason.EMPTY) Check.that(new String(input, UTF_8).isBlank(), "not empty");
        if (near != null)
          Check.oneLine(Line.of("irc.test", "FAIL", Line.word(near.command())).bytes());
      }
    }
  }

  private static void written(Line line) {
    var bytes = line.bytes();
    Check.same(line, Check.readBack(bytes), "read back");
    Check.same(new Parsed.Ok(line), Line.parse(line.toString()), "shown and read back");
    var whole = new String(line.tags().bytes(), UTF_8) + new String(line.body(), UTF_8);
    Check.same(whole, new String(bytes, UTF_8), "tags and body");
    if (line.source() != null) {
      Check.same(line.source(), Source.parse(line.source()).toString(), "source");
    }
  }

  private static void shortened(Line line) {
    var bytes = line.bytes(BODY);
    var shorter = Check.readBack(bytes);
    Check.same(line.tags(), shorter.tags(), "tags of the shorter one");
    Check.same(line.size(), shorter.size(), "parameters of the shorter one");
    int last = line.size() - 1;
    for (int i = 0; i < last; i++) Check.same(line.param(i), shorter.param(i), "parameter " + i);
    if (line.bodySize() <= BODY) {
      Check.same(line, shorter, "short enough");
    } else if (last >= 0) {
      Check.that(line.param(last).startsWith(shorter.param(last)), "not its beginning");
      Check.that(shorter.bodySize() <= BODY || shorter.param(last).isEmpty(), "still too long");
    }
  }
}
