package chat.salon.acceptance.faults;

import java.net.InetSocketAddress;
import java.util.List;

/// The nodes under test, and what can be done to them. Clients know addresses only.
interface Network extends AutoCloseable {
  /// What it is, for people.
  String name();

  /// How many nodes there are, numbered from 0.
  int nodes();

  /// Starts all of them; they serve when this returns.
  void start();

  /// Where clients find a node; while it is down nobody answers there. Any thread.
  InetSocketAddress address(int node);

  /// SIGKILL.
  void kill(int node);

  /// Starts a node that was killed; it serves when this returns.
  void restart(int node);

  /// SIGSTOP: the node stands still, and its connections stay.
  void pause(int node);

  /// SIGCONT.
  void resume(int node);

  /// Nothing passes between two nodes any more, in either direction; clients still reach both.
  void cut(int one, int other);

  /// All nodes reach each other again.
  void heal();

  /// The lines that the nodes have logged as errors: faults of ours.
  List<String> errors();

  @Override
  void close();
}
