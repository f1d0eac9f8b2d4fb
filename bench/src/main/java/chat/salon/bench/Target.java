package chat.salon.bench;

import java.net.InetSocketAddress;
import java.util.OptionalLong;

/// The server to measure.
///
/// @param name what the report calls it
/// @param pid of its process, empty if it is not to be looked at or on another machine
/// @param ours whether we started it, and will stop it after this load
/// @param backlog how many connections may wait until it takes them; the system resets further ones
record Target(String name, InetSocketAddress address, OptionalLong pid, boolean ours, int backlog) {
  /// Of a server that says to the system how many it wants to wait.
  static final int ANY = Integer.MAX_VALUE;

  private static final int OWN_FILES = 100;

  /// Reads `HOST:PORT`.
  static Target parse(String place, OptionalLong pid, int backlog) {
    int colon = place.lastIndexOf(':');
    try {
      var host = place.substring(0, colon).replaceAll("^\\[|]$", "");
      var address = new InetSocketAddress(host, Integer.parseInt(place.substring(colon + 1)));
      if (!address.isUnresolved()) {
        return new Target(place, address, pid, false, backlog);
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
      // Said below.
    }
    throw new BenchException("\"" + place + "\" is not the HOST:PORT of a server");
  }

  /// Says so if the process of the server may not have that many connections.
  void checkFiles(int connections) {
    if (pid.isPresent()) {
      long most = Proc.of(pid.getAsLong()).mostFiles();
      if (most < connections + OWN_FILES) {
        throw new BenchException(
            "the server may have %,d files open, too few for %,d connections: see \"ulimit -n\""
                .formatted(most, connections));
      }
    }
  }

  @Override
  public String toString() {
    return address.getHostString() + ":" + address.getPort();
  }
}
