package chat.salon.irc;

import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.List;

/// What only the sender of a command sees.
public record Reply(List<Line> lines) {
  /// Nothing is said.
  public static final Reply NONE = new Reply(List.of());

  public Reply {
    lines = List.copyOf(lines);
  }

  /// These lines.
  public static Reply of(Line... lines) {
    return new Reply(List.of(lines));
  }

  /// These lines.
  public static Reply of(List<Line> lines) {
    return lines.isEmpty() ? NONE : new Reply(lines);
  }

  /// This, and then the other.
  public Reply and(Reply other) {
    if (other.lines.isEmpty()) {
      return this;
    }
    if (lines.isEmpty()) {
      return other;
    }
    var both = new ArrayList<>(lines);
    both.addAll(other.lines);
    return new Reply(both);
  }

  /// This, and then one line.
  public Reply and(Line line) {
    return and(of(line));
  }

  /// The lines within a batch; for a client that knows no batches, the lines alone.
  ///
  /// @param type and its parameters, as in `BATCH +ref type params`
  public static Reply batch(IrcSession session, List<Line> lines, String type, String... params) {
    if (!session.has(Cap.BATCH)) {
      return of(lines);
    }
    var reference = session.nextBatch();
    var all = new ArrayList<Line>(lines.size() + 2);
    var opening = new ArrayList<>(List.of("+" + reference, type));
    opening.addAll(List.of(params));
    all.add(Line.of(session.serverName(), "BATCH", opening.toArray(String[]::new)));
    for (var line : lines) {
      all.add(line.tags().has("batch") ? line : line.with("batch", reference));
    }
    all.add(Line.of(session.serverName(), "BATCH", "-" + reference));
    return new Reply(all);
  }
}
