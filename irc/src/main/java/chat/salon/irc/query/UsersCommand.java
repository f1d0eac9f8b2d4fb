package chat.salon.irc.query;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// USERS: who is logged in to the machine itself, which is nobody's business: 446
/// (ERR_USERSDISABLED).
final class UsersCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("USERS", 0, "USERS: is disabled; WHO and LUSERS tell of people.")
        .from("RFC 2812, section 4.6");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    return Reply.of(session.numeric("446", "USERS has been disabled"));
  }
}
