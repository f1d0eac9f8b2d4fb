package chat.salon.irc.login;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// USER: who is at the other end.
final class UserCommand implements Command {
  @Override
  public Spec spec() {
    return Spec.always("USER", 4, "USER <name> 0 * <realname>: says who you are; used once.")
        .from("Modern IRC, USER message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    if (session.isRegistered() || session.registration().hasUser()) {
      return Reply.of(session.numeric("462", "You may not reregister"));
    }
    if (line.param(0).isEmpty() || line.param(3).isEmpty()) {
      return Reply.of(session.numeric("461", "USER", "Not enough parameters"));
    }
    if (!Registration.isUser(line.param(0))) {
      return Reply.of(session.numeric("468", "Your user name has no letter or digit in it"));
    }
    session.registration().user(line.param(0), line.param(3));
    return session.registration().advance();
  }
}
