package chat.salon.acceptance.faults;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/// The nodes under test, and what can be done to them. Clients know addresses only.
interface Network extends AutoCloseable {
  /// What it is, for people.
  String name();

  /// How many nodes there are, numbered from 0.
  int nodes();

  /// Starts all of them; they serve when this returns.
  ///
  /// @param recorder is told when one ends by itself
  void start(Recorder recorder) throws InterruptedException;

  /// Where clients find a node; while it is down nobody answers there. Any thread.
  InetSocketAddress address(int node);

  /// SIGKILL, once it serves.
  void kill(int node) throws InterruptedException;

  /// Starts a node that was killed; it may take a while until it serves.
  void restart(int node);

  /// SIGSTOP, once it serves: the node stands still, and its connections stay.
  void pause(int node) throws InterruptedException;

  /// SIGCONT.
  void resume(int node);

  /// Nothing passes between two nodes any more, in either direction; clients still reach both.
  void cut(int one, int other);

  /// All nodes reach each other again.
  void heal();

  /// SIGKILL to the database that all nodes share.
  void killDatabase();

  /// The database is there again when this returns.
  void restartDatabase();

  /// What the nodes have logged, a file for each.
  List<Path> logs();

  @Override
  void close();
}
