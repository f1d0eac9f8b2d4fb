package chat.salon.core;

import java.util.Optional;

/// A channel mode that is on or off.
public enum Flag {
  /// Members without a rank see those with one, and only the team sees all.
  AUDITORIUM('u'),
  /// Who comes in reads what was said since, and nothing from before.
  FROM_JOINING('H'),
  INVITE_ONLY('i'),
  MODERATED('m'),
  /// No CTCP but ACTION.
  NO_CTCP('C'),
  NO_OUTSIDE('n'),
  /// What is said without a rank is shown to the team alone.
  OP_MODERATED('U'),
  /// It stays when the last member leaves; only the staff of the server may say so.
  PERMANENT('P'),
  /// Outsiders find it nowhere, and enter when they know its name.
  PRIVATE('p'),
  /// It lasts, and who belongs to it does so while they are away. See
  /// [chat.salon.core.request.RegisterChannel]; MODE cannot set it.
  REGISTERED('r'),
  /// Only who is logged in comes in.
  REGISTERED_ONLY('R'),
  /// Only who is logged in speaks.
  REGISTERED_SPEAK('M'),
  /// Members may speak as characters that they make up.
  ROLEPLAY('E'),
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

  /// Whether only the staff of the server may set it or take it away.
  public boolean isForStaff() {
    return this == PERMANENT;
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
