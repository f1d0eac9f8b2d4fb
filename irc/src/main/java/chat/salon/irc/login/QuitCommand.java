package chat.salon.irc.login;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import chat.salon.wire.TextSplit;

/// QUIT: ends the session.
final class QuitCommand implements Command {
  @Override
  public Spec spec() {
    return Spec.always("QUIT", 0, "QUIT [reason]: leaves the server.")
        .from("Modern IRC, QUIT message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var limit = session.salon().limits().quitLength();
    var reason = TextSplit.fit(line.param(0), limit);
    if (session.isRegistered()) {
      session.send(Reply.of(Line.of(session.mask(), "QUIT", reason)));
    }
    session.ending().quit(reason.isEmpty() ? "Quit" : "Quit: " + reason);
    return Reply.NONE;
  }
}
