package chat.salon.irc.query;

import chat.salon.irc.Cap;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Supported;
import chat.salon.wire.Line;

/// ISUPPORT: what the server can do, before registration too for those who have asked for it.
final class IsupportCommand implements Command {
  @Override
  public Spec spec() {
    return Spec.always("ISUPPORT", 0, "ISUPPORT: tells what this server can do, as 005.")
        .from("IRCv3 draft/extended-isupport, ISUPPORT command");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    return session.isRegistered() || session.has(Cap.EXTENDED_ISUPPORT)
        ? Supported.of(session)
        : Reply.of(session.numeric("451", "You have not registered"));
  }
}
