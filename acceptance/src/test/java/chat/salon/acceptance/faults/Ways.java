package chat.salon.acceptance.faults;

import chat.salon.testing.Ports;
import chat.salon.testing.TcpProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The ways between nodes, one proxy for each ordered pair: who is cut off from whom is decided for
/// each of them. All nodes know a node by the same name, and each finds its own proxy under it, by
/// a hosts file of its own. Any thread.
final class Ways implements AutoCloseable {
  private final Path folder;
  private final List<Integer> ports = new ArrayList<>();
  private final List<List<TcpProxy>> proxies = new ArrayList<>();

  /// @param folder for the hosts files
  Ways(Path folder, int nodes) {
    this.folder = folder;
    for (int node = 0; node < nodes; node++) {
      ports.add(Ports.free());
    }
    for (int from = 0; from < nodes; from++) {
      int source = from;
      proxies.add(
          IntStream.range(0, nodes)
              .mapToObj(to -> TcpProxy.to(ports.get(to), near(source, to)))
              .toList());
      writeHosts(from);
    }
  }

  private InetSocketAddress near(int from, int to) {
    return new InetSocketAddress(address(from, to), ports.get(to));
  }

  // Every address that begins with 127 is this machine.
  private static String address(int from, int to) {
    return "127.0." + (100 + from) + "." + (100 + to);
  }

  private void writeHosts(int from) {
    var lines = new ArrayList<>(List.of("127.0.0.1 localhost"));
    for (int to = 0; to < ports.size(); to++) {
      lines.add((to == from ? "127.0.0.1" : address(from, to)) + " " + host(to));
    }
    try {
      Files.write(hosts(from), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String host(int node) {
    return "node" + node + ".test";
  }

  /// Under which hosts and ports the nodes know each other.
  String announced(int node) {
    return host(node) + ":" + ports.get(node);
  }

  /// Where a node listens for the proxies that lead to it.
  String listen(int node) {
    return "127.0.0.1:" + ports.get(node);
  }

  /// The hosts file of a node.
  Path hosts(int node) {
    return folder.resolve("hosts" + node);
  }

  /// Nothing gets from one to the other any more, in either direction, and no connection ends.
  void cut(int one, int other) {
    proxies.get(one).get(other).freeze();
    proxies.get(other).get(one).freeze();
  }

  /// What was held up arrives, late.
  void heal() {
    proxies.forEach(from -> from.forEach(TcpProxy::thaw));
  }

  @Override
  public void close() {
    proxies.forEach(from -> from.forEach(TcpProxy::close));
  }
}
