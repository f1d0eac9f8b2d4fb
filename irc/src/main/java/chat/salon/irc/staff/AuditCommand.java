package chat.salon.irc.staff;

import chat.salon.core.protect.Privilege;
import chat.salon.irc.Command;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.TreeMap;

/// AUDIT: what staff did last.
final class AuditCommand implements Command {
  private static final int STANDARD = 20;
  private static final int MOST = 200;

  @Override
  public Spec spec() {
    return new Spec("AUDIT", 0, "AUDIT [<number>]: tells what staff did last.")
        .needs(Privilege.AUDIT)
        .from("Salon");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var text = line.param(0);
    int many = STANDARD;
    if (!text.isEmpty()) {
      boolean isNumber = text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
      many = isNumber ? Integer.parseInt(text) : 0;
      if (many < 1 || many > MOST) {
        return Reply.of(
            session.standardReply(
                "FAIL", "AUDIT", "INVALID_PARAMS", "Ask for 1 to " + MOST + " deeds"));
      }
    }
    int wanted = many;
    var deeds = session.apart(() -> session.salon().protection().defences().deeds(wanted));
    var lines = new ArrayList<Line>();
    for (var deed : deeds.reversed()) {
      lines.add(
          Deeds.line(
              session,
              Words.date(deed.at())
                  + ": "
                  + deed.actor()
                  + " "
                  + deed.action()
                  + " "
                  + deed.subject()
                  + " "
                  + new TreeMap<>(deed.details())));
    }
    lines.add(Deeds.line(session, "End of audit"));
    return Reply.of(lines);
  }
}
