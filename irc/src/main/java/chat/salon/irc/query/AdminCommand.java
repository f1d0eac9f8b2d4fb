package chat.salon.irc.query;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.List;

/// ADMIN: whom to ask about this server.
final class AdminCommand implements Command {
  private static final List<String> NUMERICS = List.of("257", "258", "259");

  @Override
  public Spec spec() {
    return new Spec("ADMIN", 0, "ADMIN [<server>]: whom to ask about this server.")
        .from("Modern IRC, ADMIN message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var refusal = ServerTarget.refusal(session, line.param(0));
    if (refusal != null) {
      return Reply.of(refusal);
    }
    var name = session.serverName();
    var told = session.door().info().admin();
    if (told.isEmpty()) {
      return Reply.of(session.numeric("423", name, "No administrative info available"));
    }
    var lines = new ArrayList<Line>();
    lines.add(session.numeric("256", name, "Administrative info"));
    for (int i = 0; i < told.size(); i++) {
      var numeric = NUMERICS.get(Math.min(i, NUMERICS.size() - 1));
      lines.add(session.numeric(numeric, told.get(i)));
    }
    return Reply.of(lines);
  }
}
