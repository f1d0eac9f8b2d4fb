package chat.salon.irc;

import chat.salon.wire.Line;

/// MODE of a nick: what somebody's modes are, and changing one's own.
final class UserMode {
  private UserMode() {}

  /// Answers `MODE <nick> [<modes>]`.
  ///
  /// @param line the whole MODE line; its first parameter is no channel
  static Reply run(IrcSession session, Line line) {
    return Reply.NONE;
  }
}
