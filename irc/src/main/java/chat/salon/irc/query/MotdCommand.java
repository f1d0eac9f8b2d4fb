package chat.salon.irc.query;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import chat.salon.wire.TextSplit;
import java.util.ArrayList;

/// MOTD: the message of the day.
public final class MotdCommand implements Command {
  private static final int LONGEST = 400;

  @Override
  public Spec spec() {
    return new Spec("MOTD", 0, "MOTD [<server>]: the message of the day.")
        .from("Modern IRC, MOTD message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var refusal = ServerTarget.refusal(session, line.param(0));
    return refusal == null ? of(session) : Reply.of(refusal);
  }

  /// The message as it is shown, also to who has just been let in.
  public static Reply of(IrcSession session) {
    var info = session.door().info();
    if (info.motd().isEmpty()) {
      return Reply.of(session.numeric("422", "There is no message of the day"));
    }
    var lines = new ArrayList<Line>();
    lines.add(session.numeric("375", "- " + info.name() + " Message of the day -"));
    for (var text : info.motd()) {
      TextSplit.split(text, LONGEST)
          .forEach(part -> lines.add(session.numeric("372", "- " + part)));
    }
    lines.add(session.numeric("376", "End of /MOTD command."));
    return Reply.of(lines);
  }
}
