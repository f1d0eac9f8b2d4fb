package chat.salon.irc.query;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;

/// TIME: what the server's clock says.
final class TimeCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("TIME", 0, "TIME [<server>]: what the server's clock says.")
        .from("Modern IRC, TIME message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var refusal = ServerTarget.refusal(session, line.param(0));
    if (refusal != null) {
      return Reply.of(refusal);
    }
    var now = session.door().now();
    return Reply.of(
        session.numeric(
            "391", session.serverName(), String.valueOf(now.getEpochSecond()), Words.date(now)));
  }
}
