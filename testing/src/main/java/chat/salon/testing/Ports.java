package chat.salon.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/// Ports of the loopback address.
public final class Ports {
  private static final int FIRST = 12_000;
  private static final int END = 30_000;
  private static final int MOST_TRIES = 100;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ports() {}

  /// One that nobody listens on now, for a server that may come back again and again. It is below
  /// those that systems give to outgoing connections: a client that dials a port where nobody
  /// listens must not get hold of it, or even of itself.
  public static int free() {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      int port = RANDOM.nextInt(FIRST, END);
      try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (IOException _) {
        // taken
      }
    }
    throw new IllegalStateException("no free port from " + FIRST + " to " + (END - 1));
  }
}
