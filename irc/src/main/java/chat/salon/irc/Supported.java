package chat.salon.irc;

import chat.salon.wire.Isupport;

/// The lines of 005 (RPL_ISUPPORT) for one session, within a batch for those who know it (IRCv3
/// draft/extended-isupport).
public final class Supported {
  private Supported() {}

  /// All that the server can do.
  public static Reply of(IrcSession session) {
    return of(session, session.door().isupport());
  }

  /// These tokens.
  static Reply of(IrcSession session, Isupport tokens) {
    var lines = tokens.lines(session.serverName(), session.nick());
    return session.has(Cap.EXTENDED_ISUPPORT)
        ? Reply.batch(session, lines, "draft/isupport")
        : Reply.of(lines);
  }
}
