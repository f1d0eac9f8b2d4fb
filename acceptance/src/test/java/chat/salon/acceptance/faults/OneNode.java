package chat.salon.acceptance.faults;

import chat.salon.acceptance.ServerProcess;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A single server with its embedded database. It comes back at the same address.
final class OneNode implements Network {
  private final Path configuration;
  private final InetSocketAddress address;
  private @Nullable ServerProcess server;

  /// @param folder for its configuration, data and log
  OneNode(Path folder) {
    configuration = ServerProcess.configure(folder);
    address = new InetSocketAddress(InetAddress.getLoopbackAddress(), ServerProcess.freePort());
  }

  @Override
  public String name() {
    return "one node, SQLite";
  }

  @Override
  public int nodes() {
    return 1;
  }

  @Override
  public void start() {
    server =
        ServerProcess.start(
            configuration, "env", "SALON_IRC_LISTEN=127.0.0.1:" + address.getPort());
  }

  @Override
  public InetSocketAddress address(int node) {
    return address;
  }

  @Override
  public void kill(int node) {
    server.kill();
  }

  @Override
  public void restart(int node) {
    start();
  }

  @Override
  public void pause(int node) {
    server.signal("STOP");
  }

  @Override
  public void resume(int node) {
    server.signal("CONT");
  }

  @Override
  public void cut(int one, int other) {
    throw new UnsupportedOperationException("one node has nobody to be cut off from");
  }

  @Override
  public void heal() {
    // nothing can have been cut
  }

  @Override
  public List<String> errors() {
    return server.errors().lines().filter(line -> line.contains(" ERROR ")).toList();
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
