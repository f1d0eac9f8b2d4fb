package chat.salon.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// A network between somebody and a server on this machine, which is cut, slow or frozen when a
/// test wants it so. Any thread.
public final class TcpProxy implements AutoCloseable {
  private static final int CHUNK = 64 * 1024;

  private final int target;
  private final ServerSocket listener;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean losesReply = new AtomicBoolean();
  private volatile CountDownLatch replyLost = new CountDownLatch(1);
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile Duration delay = Duration.ZERO;
  private volatile boolean refuses;

  private TcpProxy(InetSocketAddress near, int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket();
    listener.bind(near);
    Thread.ofVirtual().name("proxy").start(this::accept);
  }

  /// A proxy before a port of the loopback address.
  public static TcpProxy to(int port) {
    return to(port, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /// The same, found at an address of this machine.
  public static TcpProxy to(int port, InetSocketAddress near) {
    try {
      return new TcpProxy(near, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The port that it listens on.
  public int port() {
    return listener.getLocalPort();
  }

  /// Cuts every connection there is; new ones are let through.
  public void cut() {
    links.forEach(Link::close);
  }

  /// Whether new connections are closed at once.
  public void refuse(boolean isOn) {
    refuses = isOn;
  }

  /// Holds up everything, in both directions, until [#thaw()].
  public synchronized void freeze() {
    if (gate.getCount() == 0) {
      gate = new CountDownLatch(1);
    }
  }

  /// Lets through what was held up.
  public synchronized void thaw() {
    gate.countDown();
  }

  /// Holds up each piece that passes by so much; zero for not at all.
  public void delay(Duration each) {
    delay = each;
  }

  /// The next COMMIT reaches the server, and its answer is lost together with the connection.
  public void loseReplyToCommit() {
    replyLost = new CountDownLatch(1);
    losesReply.set(true);
  }

  /// Waits until an answer was lost.
  public void awaitLostReply() throws InterruptedException {
    replyLost.await();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        connect(listener.accept());
      } catch (IOException _) {
        // closed, or the server is away: whoever connects sees the same
      }
    }
  }

  private void connect(Socket near) throws IOException {
    try {
      if (refuses) {
        near.close();
      } else {
        new Link(near, new Socket(InetAddress.getLoopbackAddress(), target)).start();
      }
    } catch (IOException e) {
      near.close();
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thaw();
    cut();
  }

  /// One connection through the proxy.
  private final class Link {
    // PostgreSQL names the command in its answer, MariaDB's driver in its request.
    private static final String COMMIT = "COMMIT";

    private final Socket near;
    private final Socket far;
    private volatile boolean isCommitting;

    Link(Socket near, Socket far) {
      this.near = near;
      this.far = far;
    }

    void start() throws IOException {
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      links.add(this);
      Thread.ofVirtual().name("proxy up").start(() -> pump(near, far, true));
      Thread.ofVirtual().name("proxy down").start(() -> pump(far, near, false));
    }

    private void pump(Socket from, Socket to, boolean isUp) {
      var buffer = new byte[CHUNK];
      try (from;
          to) {
        for (int n = read(from, buffer); n > 0; n = read(from, buffer)) {
          if (isLost(buffer, n, isUp)) {
            replyLost.countDown();
            return;
          }
          gate.await();
          LockSupport.parkNanos(delay.toNanos());
          to.getOutputStream().write(buffer, 0, n);
        }
      } catch (IOException | InterruptedException _) {
        // cut
      } finally {
        links.remove(this);
      }
    }

    private static int read(Socket from, byte[] buffer) throws IOException {
      return from.getInputStream().read(buffer);
    }

    private boolean isLost(byte[] buffer, int n, boolean isUp) {
      if (!losesReply.get()) {
        return false;
      }
      boolean names = new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains(COMMIT);
      if (isUp) {
        isCommitting |= names;
        return false;
      }
      return (isCommitting || names) && losesReply.compareAndSet(true, false);
    }

    void close() {
      for (var socket : new Socket[] {near, far}) {
        try {
          socket.close();
        } catch (IOException _) {
          // it is closed then
        }
      }
    }
  }
}
