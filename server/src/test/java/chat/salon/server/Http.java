package chat.salon.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/// Asks for a page over HTTP.
final class Http {
  private Http() {}

  /// The whole answer, with its head.
  static String get(int port, String path) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
                  .getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  static int status(int port, String path) throws IOException {
    return Integer.parseInt(get(port, path).split(" ", 3)[1]);
  }
}
