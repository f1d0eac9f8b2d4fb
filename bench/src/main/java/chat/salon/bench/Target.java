package chat.salon.bench;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.OptionalLong;

/// The server to measure: one process, or the nodes of a network.
///
/// @param name what the report calls it
/// @param addresses where it listens: clients go to one after the other
/// @param pids of its processes, in the same order; empty if they are not to be looked at or on
///   another machine
/// @param ours whether we started it, and will stop it after this load
/// @param backlog how many connections may wait until it takes them; the system resets further ones
record Target(
    String name, List<InetSocketAddress> addresses, List<Long> pids, boolean ours, int backlog) {
  /// Of a server that says to the system how many it wants to wait.
  static final int ANY = Integer.MAX_VALUE;

  private static final int OWN_FILES = 100;

  Target {
    addresses = List.copyOf(addresses);
    pids = List.copyOf(pids);
  }

  /// Reads `HOST:PORT`.
  static Target parse(String place, OptionalLong pid, int backlog) {
    int colon = place.lastIndexOf(':');
    try {
      var host = place.substring(0, colon).replaceAll("^\\[|]$", "");
      var address = new InetSocketAddress(host, Integer.parseInt(place.substring(colon + 1)));
      if (!address.isUnresolved()) {
        var pids = pid.stream().boxed().toList();
        return new Target(place, List.of(address), pids, false, backlog);
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
      // Said below.
    }
    throw new BenchException("\"" + place + "\" is not the HOST:PORT of a server");
  }

  /// How many nodes it has.
  int nodes() {
    return addresses.size();
  }

  /// Where a client connects to: of several nodes each has as many.
  InetSocketAddress address(int client) {
    return addresses.get(client % nodes());
  }

  /// Its process, if it is one and known.
  OptionalLong pid() {
    return pids.size() == 1 ? OptionalLong.of(pids.getFirst()) : OptionalLong.empty();
  }

  /// Ends one of its nodes at once, as a crash would.
  void kill(int node) {
    ProcessHandle.of(pids.get(node)).ifPresent(ProcessHandle::destroyForcibly);
  }

  /// Says so if a process of the server may not have that many connections.
  void checkFiles(int connections) {
    for (long pid : pids) {
      long most = Proc.of(pid).mostFiles();
      if (most < connections / nodes() + OWN_FILES) {
        throw new BenchException(
            "the server may have %,d files open, too few for %,d connections: see \"ulimit -n\""
                .formatted(most, connections));
      }
    }
  }

  @Override
  public String toString() {
    var first = addresses.getFirst();
    return first.getHostString() + ":" + first.getPort();
  }
}
