package chat.salon.irc.query;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import java.nio.charset.StandardCharsets;

/// SETNAME: changes one's realname (IRCv3 setname).
final class SetnameCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("SETNAME", 1, "SETNAME <realname>: changes your realname.")
        .from("IRCv3 setname");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var name = line.param(0);
    int limit = session.salon().limits().realnameLength();
    if (name.isBlank()) {
      return Reply.of(session.fail("INVALID_REALNAME", "The realname is empty"));
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > limit) {
      return Reply.of(
          session.fail("INVALID_REALNAME", "The realname may have at most " + limit + " bytes"));
    }
    session.change(person -> person.called(name));
    return Reply.NONE;
  }
}
