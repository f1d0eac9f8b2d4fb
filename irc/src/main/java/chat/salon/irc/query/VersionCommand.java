package chat.salon.irc.query;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Supported;
import chat.salon.wire.Line;

/// VERSION: which program this is, and what it can do.
final class VersionCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("VERSION", 0, "VERSION [<server>]: which program this is and what it can do.")
        .from("Modern IRC, VERSION message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var refusal = ServerTarget.refusal(session, line.param(0));
    if (refusal != null) {
      return Reply.of(refusal);
    }
    var info = session.door().info();
    var version = session.numeric("351", info.program(), info.name(), info.description());
    return Reply.of(version).and(Supported.of(session));
  }
}
