package chat.salon.irc.staff;

import chat.salon.core.protect.Announcement;
import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.Decree;
import chat.salon.core.protect.Privilege;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// WALLOPS: tells everybody something who has user mode `w`, on every node.
final class WallopsCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("WALLOPS", 1, "WALLOPS <text>: tells everybody who has user mode w.")
        .needs(Privilege.WALLOPS)
        .from("Modern IRC, WALLOPS message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    if (line.param(0).isEmpty()) {
      return Reply.of(session.numeric("461", "WALLOPS", "Not enough parameters"));
    }
    var limits = session.salon().limits();
    var text = session.fit(line.param(0), limits.messageLength(), "WALLOPS");
    session
        .salon()
        .protection()
        .decree(new Decree.Tell(new Announcement(To.WALLOPS, session.mask(), text)));
    return Reply.NONE;
  }
}
