package chat.salon.core;

import java.util.Optional;

/// A member's standing in a channel, highest first.
public enum Rank {
  FOUNDER('q', '~', 1),
  ADMIN('a', '&', 2),
  OP('o', '@', 4),
  HALFOP('h', '%', 8),
  VOICE('v', '+', 16);

  private final char letter;
  private final char prefix;
  private final int bit;

  Rank(char letter, char prefix, int bit) {
    this.letter = letter;
    this.prefix = prefix;
    this.bit = bit;
  }

  /// Its mode letter.
  public char letter() {
    return letter;
  }

  /// What stands before the nick.
  public char prefix() {
    return prefix;
  }

  public static Optional<Rank> ofLetter(char letter) {
    for (var rank : values()) {
      if (rank.letter == letter) {
        return Optional.of(rank);
      }
    }
    return Optional.empty();
  }

  public static Optional<Rank> ofPrefix(char prefix) {
    for (var rank : values()) {
      if (rank.prefix == prefix) {
        return Optional.of(rank);
      }
    }
    return Optional.empty();
  }

  /// Higher ranks have lower bits.
  int bit() {
    return bit;
  }
}
