package chat.salon.irc.service;

import chat.salon.irc.IrcSession;

/// What somebody types again who asks for something that cannot be undone. It guards against slips,
/// not against others: it is told to who asked.
final class ConfirmationCode {
  private static final int SIX_DIGITS = 0xffffff;

  private ConfirmationCode() {}

  /// The code of one deed in one session: another for everything else.
  static String of(IrcSession session, String... deed) {
    var text = session.id() + " " + String.join(" ", deed);
    return "%06x".formatted(text.hashCode() & SIX_DIGITS);
  }
}
