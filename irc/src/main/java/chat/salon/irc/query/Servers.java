package chat.salon.irc.query;

import chat.salon.core.Person;
import chat.salon.core.port.Topology.Node;
import chat.salon.irc.IrcSession;
import java.util.List;

/// The nodes of the network as IRC sees servers: each links to the one that is asked. A server that
/// is alone is the only one.
final class Servers {
  private Servers() {}

  /// A server.
  ///
  /// @param hops to it: 0 for the one that is asked, 1 for all others
  /// @param people who have sessions there
  record Server(String name, int hops, int people) {}

  /// All of them, the one that is asked first.
  static List<Server> all(IrcSession session) {
    var nodes = session.salon().topology().nodes();
    return nodes.stream().map(node -> server(session, node, nodes.getFirst())).toList();
  }

  /// The one where somebody is; of several the one that is asked, or else the first of the others.
  static Server of(IrcSession session, Person person) {
    var nodes = session.salon().topology().nodes();
    var theirs = session.salon().people().directory().nodes(person.id());
    var first = nodes.stream().filter(node -> theirs.contains(node.number())).findFirst();
    return server(session, first.orElse(nodes.getFirst()), nodes.getFirst());
  }

  private static Server server(IrcSession session, Node node, Node asked) {
    var name = node.name().isEmpty() ? session.serverName() : node.name();
    int people = session.salon().people().directory().crowd(node.number()).people();
    return new Server(name, node.equals(asked) ? 0 : 1, people);
  }
}
