package chat.salon.core;

import java.util.Optional;

/// A list of masks that a channel keeps.
public enum ListKind {
  BAN('b'),
  EXCEPTION('e'),
  INVITE_EXCEPTION('I');

  private final char letter;

  ListKind(char letter) {
    this.letter = letter;
  }

  public char letter() {
    return letter;
  }

  public static Optional<ListKind> ofLetter(char letter) {
    for (var kind : values()) {
      if (kind.letter == letter) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
