package chat.salon.core.port;

import java.util.List;

/// Port: the nodes that are one server. Any thread; never waits.
public interface Topology {
  /// That of a server which is alone.
  Topology ALONE = () -> List.of(new Node(0, ""));

  /// The nodes that are there now: this one first, the others by their numbers.
  List<Node> nodes();

  /// A node.
  ///
  /// @param name for people; empty for that of a server which is alone, whose name its doors know
  record Node(int number, String name) {}
}
