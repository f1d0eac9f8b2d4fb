package chat.salon.irc.login;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// PONG: the client is there, which its line has shown already.
final class PongCommand implements Command {
  @Override
  public Spec spec() {
    return Spec.always("PONG", 0, "PONG <token>: answers a PING of the server.")
        .from("Modern IRC, PONG message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    return Reply.NONE;
  }
}
