package chat.salon.outbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Somebody who listens at an address of this machine, and answers what a test says.
final class Listener implements AutoCloseable {
  private final ServerSocket server;
  private final Answer answer;
  private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

  /// Answers one connection.
  @FunctionalInterface
  interface Answer {
    void to(OutputStream out) throws IOException;
  }

  Listener(String address, Answer answer) {
    this.answer = answer;
    try {
      server = new ServerSocket(0, 50, InetAddress.ofLiteral(address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  static Answer says(String text) {
    return out -> out.write(text.replace("\n", "\r\n").getBytes(ISO_8859_1));
  }

  static Answer redirects(String location) {
    return says("HTTP/1.1 302 Found\nLocation: " + location + "\nContent-Length: 0\n\n");
  }

  int port() {
    return server.getLocalPort();
  }

  /// What the next connection began with.
  String next() throws InterruptedException {
    var next = heard.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nobody came");
    }
    return next;
  }

  /// How many came that were not asked for.
  int left() {
    return heard.size();
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        Thread.ofVirtual().start(() -> hear(socket));
      } catch (IOException _) {
        return; // it is closed
      }
    }
  }

  private void hear(Socket socket) {
    try (socket) {
      var bytes = new byte[8192];
      int length = socket.getInputStream().read(bytes);
      heard.add(length < 0 ? "" : new String(bytes, 0, length, ISO_8859_1));
      answer.to(socket.getOutputStream());
    } catch (IOException _) {
      // who asked has gone
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
