package chat.salon.wire;

/// What some bytes turned out to be: a line, or the reason why not.
public sealed interface Parsed {
  /// A line that keeps every rule of the grammar.
  record Ok(Line line) implements Parsed {}

  /// Not a line. Nothing of it may be relayed.
  record Bad(Reason reason) implements Parsed {}
}
