package chat.salon.irc;

import chat.salon.wire.Line;
import chat.salon.wire.TextSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts what was said at a door without lines of so many bytes into lines that IRC has: one for
/// each line of the text, and more where one is too long. Pure.
public final class Pieces {
  private static final Set<String> SPOKEN = Set.of("PRIVMSG", "NOTICE");
  private static final int FEWEST = 4; // bytes of the longest character

  private Pieces() {}

  /// The line, or the lines that it takes. The first bears the tags of all.
  public static List<Line> of(Line line, int lineBytes) {
    if (!SPOKEN.contains(line.command()) || line.size() < 2) {
      return List.of(line);
    }
    var text = line.param(1);
    int room = Math.max(FEWEST, lineBytes - with(line, "").bodySize());
    if (text.indexOf('\n') < 0 && line.bodySize() <= lineBytes) {
      return List.of(line);
    }
    var lines = new ArrayList<Line>();
    for (var part : text.split("\n")) {
      for (var piece : TextSplit.split(part, room)) {
        if (!piece.isEmpty()) {
          lines.add(with(lines.isEmpty() ? line : untagged(line), piece));
        }
      }
    }
    return lines;
  }

  private static Line with(Line line, String text) {
    var source = line.source();
    return Line.of(source, line.command(), line.param(0), text).with(line.tags());
  }

  // Of several lines only one may have the msgid, and the label of who asked.
  private static Line untagged(Line line) {
    var tags = line.tags().without("msgid").without("label");
    return Line.of(line.source(), line.command(), line.param(0), "").with(tags);
  }
}
