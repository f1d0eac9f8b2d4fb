package chat.salon.wire;

import org.jspecify.annotations.Nullable;

/// What some bytes turned out to be: a line, or the reason why not.
public sealed interface Parsed {
  /// A line that keeps every rule of the grammar.
  record Ok(Line line) implements Parsed {}

  /// Not a line. Nothing of it may be relayed.
  ///
  /// @param near what can be read of one that is not UTF-8, with U+FFFD for what cannot: to answer
  ///   it by its command and label, and for nothing else
  record Bad(Reason reason, @Nullable Line near) implements Parsed {
    public Bad(Reason reason) {
      this(reason, null);
    }
  }
}
