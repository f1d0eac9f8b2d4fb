package chat.salon.irc.query;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;

/// INFO: what this program is.
final class InfoCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("INFO", 0, "INFO [<server>]: what this program is.")
        .from("Modern IRC, INFO message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var refusal = ServerTarget.refusal(session, line.param(0));
    if (refusal != null) {
      return Reply.of(refusal);
    }
    var info = session.door().info();
    return Reply.of(
        session.numeric("371", info.program() + ", a chat server: IRC and more in one process"),
        session.numeric("371", "Free software under the Apache License 2.0"),
        session.numeric("371", "This server was started " + Words.date(info.started())),
        session.numeric("374", "End of INFO list"));
  }
}
