package chat.salon.irc.staff;

import chat.salon.core.protect.Announcement;
import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.Decree;
import chat.salon.core.protect.Privilege;
import chat.salon.irc.Command;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// ANNOUNCE: tells everybody something, at every door of every node.
final class AnnounceCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("ANNOUNCE", 1, "ANNOUNCE <text>: tells everybody who is connected.")
        .needs(Privilege.ANNOUNCE)
        .from("Ergo, ANNOUNCE");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var text = Deeds.rest(line, 0);
    if (text.isEmpty()) {
      return Reply.of(session.numeric("461", "ANNOUNCE", "Not enough parameters"));
    }
    Deeds.note(session, Deeds.of(session, "announce", "everybody", "text", text));
    session
        .salon()
        .protection()
        .decree(new Decree.Tell(new Announcement(To.EVERYBODY, "", "Announcement: " + text)));
    return Reply.NONE;
  }
}
