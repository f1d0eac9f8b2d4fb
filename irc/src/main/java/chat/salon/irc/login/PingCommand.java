package chat.salon.irc.login;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// PING: answers by PONG, once everything that arrived before it has been delivered.
final class PingCommand implements Command {
  @Override
  public Spec spec() {
    return Spec.always("PING", 1, "PING <token>: answered by PONG <server> <token>.")
        .from("Modern IRC, PING message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    session.awaitAll();
    return Reply.of(Line.of(session.serverName(), "PONG", session.serverName(), line.param(0)));
  }
}
