package chat.salon.acceptance.faults;

import chat.salon.acceptance.ServerProcess;
import chat.salon.testing.DatabaseServer;
import chat.salon.testing.Engine;
import chat.salon.testing.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Three nodes in processes of their own, with one PostgreSQL, watched over by a supervisor each.
/// They come back at the same addresses.
final class ThreeNodes implements Network {
  private static final int COUNT = 3;

  private final Path folder;
  private final Ways ways;
  private final DatabaseServer database = Engine.POSTGRESQL.start();
  private final List<Path> configurations = new ArrayList<>();
  private final List<InetSocketAddress> addresses = new ArrayList<>();
  private final List<Supervisor> nodes = new ArrayList<>();

  /// @param folder for their configurations, data and logs
  /// @throws org.opentest4j.TestAbortedException PostgreSQL is not installed
  ThreeNodes(Path folder) {
    this.folder = folder;
    ways = new Ways(folder, COUNT);
    var chat = database.make();
    var join = IntStream.range(0, COUNT).mapToObj(node -> quoted(ways.announced(node))).toList();
    for (int node = 0; node < COUNT; node++) {
      addresses.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()));
      configurations.add(
          ServerProcess.configure(
              made(folderOf(node)),
              "[store]",
              "url = " + quoted(chat.url()),
              "password = " + quoted(chat.password()),
              "[cluster]",
              "listen = " + quoted(ways.listen(node)),
              "announce = " + quoted(ways.announced(node)),
              "join = " + join,
              "join_seconds = 30",
              "name = \"node" + node + '"',
              "tls = false"));
    }
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private Path folderOf(int node) {
    return folder.resolve("node" + node);
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "three nodes, PostgreSQL";
  }

  @Override
  public int nodes() {
    return COUNT;
  }

  @Override
  public void start(Recorder recorder) throws InterruptedException {
    for (int node = 0; node < COUNT; node++) {
      nodes.add(
          new Supervisor(
              "node " + node,
              configurations.get(node),
              recorder,
              "env",
              "SALON_IRC_LISTEN=127.0.0.1:" + addresses.get(node).getPort(),
              "JDK_JAVA_OPTIONS=-Djdk.net.hosts.file=" + ways.hosts(node)));
    }
    nodes.getFirst().start();
    nodes.getFirst().awaitServing();
    for (int node = 1; node < COUNT; node++) {
      handOverKey(node);
      nodes.get(node).start();
    }
    for (var node : nodes) {
      node.awaitServing();
    }
  }

  // The first node made the key by which secrets in the database are read.
  private void handOverKey(int node) {
    try {
      var data = made(folderOf(node).resolve("data"));
      Files.copy(folderOf(0).resolve("data/secret.key"), data.resolve("secret.key"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public InetSocketAddress address(int node) {
    return addresses.get(node);
  }

  @Override
  public void kill(int node) throws InterruptedException {
    nodes.get(node).kill();
  }

  @Override
  public void restart(int node) {
    nodes.get(node).start();
  }

  @Override
  public void pause(int node) throws InterruptedException {
    nodes.get(node).pause();
  }

  @Override
  public void resume(int node) {
    nodes.get(node).resume();
  }

  @Override
  public void cut(int one, int other) {
    ways.cut(one, other);
  }

  @Override
  public void heal() {
    ways.heal();
  }

  @Override
  public void killDatabase() {
    database.kill();
  }

  @Override
  public void restartDatabase() {
    database.start();
  }

  @Override
  public List<Path> logs() {
    return IntStream.range(0, COUNT)
        .mapToObj(node -> folderOf(node).resolve("errors.log"))
        .filter(Files::exists)
        .toList();
  }

  @Override
  public void close() {
    heal();
    for (var node : nodes) {
      node.close();
    }
    ways.close();
    database.close();
  }
}
