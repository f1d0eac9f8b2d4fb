package chat.salon.irc.staff;

import chat.salon.core.Role;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// DEOPER: is no operator any more, until the next OPER or login. The same as `MODE <nick> -o`.
final class DeoperCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("DEOPER", 0, "DEOPER: puts down what OPER gave.")
        .forRole(Role.MODERATOR)
        .from("Ergo, DEOPER");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    session.change(person -> person.withStanding(person.standing().withRole(Role.MEMBER)));
    return Reply.NONE;
  }
}
