package chat.salon.irc;

import chat.salon.core.Cuts;
import chat.salon.core.Event;
import chat.salon.core.Event.Said;
import chat.salon.wire.Line;
import chat.salon.wire.TextSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts what was said without lines of so many bytes into lines that IRC has: one for each line of
/// the text, and more where one is too long. Who knows messages of several lines is shown them as
/// one batch (IRCv3 draft/multiline), others without blank lines. Pure.
public final class Pieces {
  /// The type of a batch that is one message, and the capability for it.
  public static final String BATCH_TYPE = "draft/multiline";

  private static final Set<String> SPOKEN = Set.of("PRIVMSG", "NOTICE");
  private static final int FEWEST = 4; // bytes of the longest character

  private Pieces() {}

  /// The lines that an event is for a reader, each as long as a line may be.
  public static List<Line> of(Event event, Reader reader, int lineBytes) {
    var cuts = event instanceof Said said ? Cuts.of(said) : List.<Integer>of();
    var all = new ArrayList<Line>();
    for (var line : EventLines.of(event, reader)) {
      if (!SPOKEN.contains(line.command())
          || line.size() < 2
          || (cuts.isEmpty() && line.param(1).indexOf('\n') < 0 && line.bodySize() <= lineBytes)) {
        all.add(line);
      } else if (line.command().equals("PRIVMSG") && knowsBatches(reader)) {
        all.addAll(batch(line, cuts, "m" + event.stamp().msgid(), reader, lineBytes));
      } else {
        all.addAll(apart(line, cuts, lineBytes));
      }
    }
    return all;
  }

  private static boolean knowsBatches(Reader reader) {
    return reader.has(Cap.MULTILINE) && reader.has(Cap.BATCH);
  }

  /// One line of IRC, or a part of it.
  ///
  /// @param goesOn the line before it in the text, which was too long
  private record Piece(String text, boolean goesOn) {}

  private static List<Piece> pieces(Line line, List<Integer> cuts, int lineBytes) {
    int room = Math.max(FEWEST, lineBytes - with(line, "").bodySize());
    var pieces = new ArrayList<Piece>();
    for (var parts : Cuts.lines(line.param(1), cuts)) {
      boolean goesOn = false;
      for (var part : parts) {
        for (var text : TextSplit.split(part, room)) {
          pieces.add(new Piece(text, goesOn));
          goesOn = true;
        }
      }
    }
    return pieces;
  }

  // The first bears the tags of all.
  private static List<Line> apart(Line line, List<Integer> cuts, int lineBytes) {
    var lines = new ArrayList<Line>();
    for (var piece : pieces(line, cuts, lineBytes)) {
      if (!piece.text().isEmpty()) {
        lines.add(with(lines.isEmpty() ? line : untagged(line), piece.text()));
      }
    }
    return lines;
  }

  private static List<Line> batch(
      Line line, List<Integer> cuts, String reference, Reader reader, int lineBytes) {
    var lines = new ArrayList<Line>();
    var bare = Line.of(line.source(), line.command(), line.param(0), "");
    for (var piece : pieces(line, cuts, lineBytes)) {
      var inner = with(bare, piece.text()).with("batch", reference);
      lines.add(piece.goesOn() ? inner.with(Cuts.TAG, "") : inner);
    }
    if (lines.size() == 1) {
      return List.of(line);
    }
    var opening = Line.of(line.source(), "BATCH", '+' + reference, BATCH_TYPE, line.param(0));
    lines.addFirst(opening.with(line.tags()));
    lines.addLast(Line.of(reader.server(), "BATCH", '-' + reference));
    return lines;
  }

  private static Line with(Line line, String text) {
    return Line.of(line.source(), line.command(), line.param(0), text).with(line.tags());
  }

  // Of several lines only one may have the msgid, and the label of who asked.
  private static Line untagged(Line line) {
    var tags = line.tags().without("msgid").without("label");
    return Line.of(line.source(), line.command(), line.param(0), "").with(tags);
  }
}
