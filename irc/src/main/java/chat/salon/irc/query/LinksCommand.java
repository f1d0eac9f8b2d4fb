package chat.salon.irc.query;

import chat.salon.core.Glob;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import java.util.ArrayList;

/// LINKS: which servers the network has, 364 (RPL_LINKS) for each.
final class LinksCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("LINKS", 0, "LINKS [<mask>]: which servers the network has.")
        .from("Modern IRC, LINKS message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    session.upToDate();
    var mask = line.size() == 0 ? "*" : line.param(line.size() - 1); // before it, who is to answer
    var servers = Servers.all(session);
    var description = session.door().info().description();
    var lines = new ArrayList<Line>();
    for (var server : servers) {
      if (Glob.matches(mask, server.name())) {
        var link = servers.getFirst().name();
        lines.add(session.numeric("364", server.name(), link, server.hops() + " " + description));
      }
    }
    lines.add(session.numeric("365", Words.named(mask), "End of /LINKS list"));
    return Reply.of(lines);
  }
}
