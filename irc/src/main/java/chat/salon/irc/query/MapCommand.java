package chat.salon.irc.query;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.query.Servers.Server;
import chat.salon.wire.Line;
import java.util.ArrayList;

/// MAP: the servers of the network and how many people are on each, 015 (RPL_MAP) for each. Who has
/// sessions on several is counted on each of them.
final class MapCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("MAP", 0, "MAP: the servers of the network, and how many people are on each.")
        .from("MAP, as most servers have it");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    session.upToDate();
    var servers = Servers.all(session);
    var lines = new ArrayList<Line>();
    for (var server : servers) {
      var branch = server.hops() == 0 ? "" : server.equals(servers.getLast()) ? "`-" : "|-";
      lines.add(session.numeric("015", branch + text(server)));
    }
    lines.add(session.numeric("017", "End of /MAP"));
    return Reply.of(lines);
  }

  private static String text(Server server) {
    return server.name() + " (" + server.people() + (server.people() == 1 ? " user)" : " users)");
  }
}
