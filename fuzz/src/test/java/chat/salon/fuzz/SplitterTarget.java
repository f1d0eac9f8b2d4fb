package chat.salon.fuzz;

import chat.salon.wire.Limits;
import chat.salon.wire.Limits.Sender;
import chat.salon.wire.Line;
import chat.salon.wire.LineSplitter;
import chat.salon.wire.Parsed;
import chat.salon.wire.Reason;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The splitter on any stream in any pieces: the first line of the input says how long these are,
/// in turns (`25` is 2, 5, 2, 5 …). The lines are those of the whole stream, whatever the cuts.
/// Short streams are held against small limits, so that these are met often.
public final class SplitterTarget {
  private static final Limits SMALL = new Limits(20, 12, 16);
  private static final int LONG = 500;

  private SplitterTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    int end = 0;
    while (end < input.length && input[end] != '\n') end++;
    var cuts = Arrays.copyOf(input, end);
    var stream = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);
    var limits = stream.length < LONG ? SMALL : Limits.DEFAULT;
    for (var sender : Sender.values()) {
      check(limits, sender, stream, cuts);
    }
  }

  private static void check(Limits limits, Sender sender, byte[] stream, byte[] cuts) {
    var expected = expected(limits, sender, stream);
    for (var widths : List.of(cuts, new byte[0])) {
      var lines = fed(new LineSplitter(limits, sender), stream, widths, limits);
      boolean isEarly = lines.size() == expected.size() + 1 && isTooLong(lines.getLast());
      Check.same(expected, isEarly ? lines.subList(0, expected.size()) : lines, "lines");
      Check.that(!isEarly || tail(limits, sender, stream) != null, "refused too early");
    }
  }

  private static List<Parsed> fed(
      LineSplitter splitter, byte[] stream, byte[] widths, Limits limits) {
    var lines = new ArrayList<Parsed>();
    int turn = 0;
    for (int from = 0; from < stream.length; turn++) {
      int width = widths.length == 0 ? stream.length : width(widths[turn % widths.length]);
      int to = Math.min(stream.length, from + width);
      if (turn % 2 == 0) {
        splitter.feed(stream, from, to, lines::add);
      } else {
        var direct = ByteBuffer.allocateDirect(to - from).put(stream, from, to - from).flip();
        splitter.feed(direct, lines::add);
      }
      int most = limits.bodyBytes() + Math.max(limits.tagBytes(), limits.clientTagBytes() + 2);
      Check.that(splitter.held() <= most, "holds " + splitter.held());
      from = to;
    }
    return lines;
  }

  private static int width(byte b) {
    return b > '0' && b <= '9' ? b - '0' : 1 + (b & 0xff);
  }

  // By the words of the limits, on the whole stream at once.
  private static List<Parsed> expected(Limits limits, Sender sender, byte[] stream) {
    var lines = new ArrayList<Parsed>();
    int from = 0;
    for (int i = 0; i < stream.length; i++) {
      if (stream[i] != '\n') continue;
      int to = i > from && stream[i - 1] == '\r' ? i - 1 : i;
      var reason = exceeded(limits, sender, stream, from, to);
      lines.add(reason != null ? new Parsed.Bad(reason) : Line.parse(stream, from, to));
      from = i + 1;
    }
    return lines;
  }

  // What the unfinished line at the end exceeds already.
  private static Reason tail(Limits limits, Sender sender, byte[] stream) {
    int from = stream.length;
    while (from > 0 && stream[from - 1] != '\n') from--;
    return exceeded(limits, sender, stream, from, stream.length);
  }

  private static Reason exceeded(Limits limits, Sender sender, byte[] bytes, int from, int to) {
    int body = from;
    if (from < to && bytes[from] == '@') {
      while (body < to && bytes[body] != ' ') body++;
      int data = body - from - 1;
      int most = sender == Sender.CLIENT ? limits.clientTagBytes() : limits.tagBytes() - 2;
      if (data > most) return Reason.TAGS_TOO_LONG;
      body = Math.min(to, body + 1);
    }
    return to - body + 2 > limits.bodyBytes() ? Reason.LINE_TOO_LONG : null;
  }

  private static boolean isTooLong(Parsed parsed) {
    return parsed instanceof Parsed.Bad(var reason, _)
        && (reason == Reason.LINE_TOO_LONG || reason == Reason.TAGS_TOO_LONG);
  }
}
