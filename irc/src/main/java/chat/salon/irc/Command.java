package chat.salon.irc;

import chat.salon.wire.Line;

/// One IRC command. Stateless; runs on its session's turn, a virtual thread, and may wait for
/// conversations and for the store through the session.
public interface Command {

  /// What is checked before [#run] is called.
  Spec spec();

  /// Does it.
  ///
  /// @param line has at least as many parameters as the spec asks for
  /// @return what only its sender sees
  Reply run(IrcSession session, Line line);
}
