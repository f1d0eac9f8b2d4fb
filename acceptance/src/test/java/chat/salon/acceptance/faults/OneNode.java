package chat.salon.acceptance.faults;

import chat.salon.acceptance.ServerProcess;
import chat.salon.testing.Ports;
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
    address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
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
  public void start(Recorder recorder) {
    restart(0);
  }

  @Override
  public void restart(int node) {
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
  public void killDatabase() {
    throw new UnsupportedOperationException("its database is a part of it");
  }

  @Override
  public void restartDatabase() {
    throw new UnsupportedOperationException("its database is a part of it");
  }

  @Override
  public List<Path> logs() {
    return List.of(configuration.resolveSibling("errors.log"));
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
