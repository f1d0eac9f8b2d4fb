package chat.salon.core;

import java.util.Optional;

/// A channel mode that is on or off.
public enum Flag {
  /// Who comes in reads what was said since, and nothing from before.
  FROM_JOINING('H'),
  INVITE_ONLY('i'),
  MODERATED('m'),
  NO_OUTSIDE('n'),
  /// It lasts, and who belongs to it does so while they are away. See
  /// [chat.salon.core.request.RegisterChannel]; MODE cannot set it.
  REGISTERED('r'),
  SECRET('s'),
  TOPIC_LOCKED('t');

  private final char letter;

  Flag(char letter) {
    this.letter = letter;
  }

  public char letter() {
    return letter;
  }

  /// Whether a change of modes may set it or take it away.
  public boolean isSettable() {
    return this != REGISTERED;
  }

  public static Optional<Flag> ofLetter(char letter) {
    for (var flag : values()) {
      if (flag.letter == letter) {
        return Optional.of(flag);
      }
    }
    return Optional.empty();
  }
}
