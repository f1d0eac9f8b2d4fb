package chat.salon.core;

import java.util.Arrays;
import java.util.Optional;

/// What a channel counts, to bound it by a [Quota].
public enum Meter {
  /// People who come in.
  JOINS('j'),
  /// The same said again by the same person.
  REPEATS('d');

  private final char letter;

  Meter(char letter) {
    this.letter = letter;
  }

  /// The letter of its mode.
  public char letter() {
    return letter;
  }

  /// The one of a mode letter.
  public static Optional<Meter> ofLetter(char letter) {
    return Arrays.stream(values()).filter(meter -> meter.letter == letter).findFirst();
  }
}
