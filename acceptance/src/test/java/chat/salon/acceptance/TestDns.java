package chat.salon.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;

/// A DNS server that has an address, 127.0.0.2, for some names, and says of all others that they
/// are not there. A name that begins with `error.` has the address 127.255.255.254 under the rest
/// of it.
final class TestDns implements AutoCloseable {
  private static final int HEADER = 12;
  private static final int TTL_SECONDS = 60;

  private final DatagramSocket socket;
  private final Set<String> names;
  private final boolean answers;
  private final AtomicInteger asked = new AtomicInteger();

  TestDns(Set<String> names) {
    this(names, true);
  }

  private TestDns(Set<String> names, boolean answers) {
    this.names = names;
    this.answers = answers;
    try {
      socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("dns").start(this::serve);
  }

  /// One that is asked, and never answers.
  static TestDns silent() {
    return new TestDns(Set.of(), false);
  }

  int port() {
    return socket.getLocalPort();
  }

  /// How many questions there were.
  int asked() {
    return asked.get();
  }

  private void serve() {
    var packet = new DatagramPacket(new byte[512], 512);
    while (!socket.isClosed()) {
      try {
        socket.receive(packet);
        asked.incrementAndGet();
        if (answers) {
          var answer = answer(packet.getData());
          socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private byte[] answer(byte[] question) {
    var name = new StringJoiner(".");
    int at = HEADER;
    while (question[at] != 0) {
      name.add(new String(question, at + 1, question[at], US_ASCII).toLowerCase(Locale.ROOT));
      at += question[at] + 1;
    }
    int end = at + 5; // the root, type and class
    boolean isError = names.contains("error." + name);
    boolean isThere = isError || names.contains(name.toString());
    var bytes = new ByteArrayOutputStream();
    bytes.write(question, 0, 2);
    bytes.writeBytes(new byte[] {(byte) 0x84, (byte) (isThere ? 0 : 3), 0, 1, 0});
    bytes.write(isThere ? 1 : 0);
    bytes.writeBytes(new byte[4]);
    bytes.write(question, HEADER, end - HEADER);
    if (isThere) {
      bytes.writeBytes(new byte[] {(byte) 0xc0, HEADER, 0, 1, 0, 1, 0, 0, 0, TTL_SECONDS, 0, 4});
      bytes.writeBytes(isError ? new byte[] {127, -1, -1, -2} : new byte[] {127, 0, 0, 2});
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    socket.close();
  }
}
