package chat.salon.web;

import chat.salon.core.account.Address;
import io.vertx.core.http.HttpConnection;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Who is connected from where: so many connections, and so many requests a second, from one
/// address, which for IPv6 is a /64. The connections of a trusted proxy are not its own: there the
/// WebSockets of those count who ask through it. Event loops call it; never waits.
public final class Visitors {
  private static final int MOST_RATES = 10_000;

  private final WebDoor door;
  private final AtomicInteger present = new AtomicInteger();
  private final Map<String, Integer> connections = new ConcurrentHashMap<>();
  private final Map<String, Rate> rates =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rate> eldest) {
          return size() > MOST_RATES;
        }
      };

  private volatile boolean isClosed;
  private final Map<HttpConnection, Long> silentSince = new ConcurrentHashMap<>();

  Visitors(WebDoor door) {
    this.door = door;
  }

  /// Nobody is let in any more.
  void close() {
    isClosed = true;
  }

  boolean isClosed() {
    return isClosed;
  }

  int present() {
    return present.get();
  }

  /// A connection was made. One too many is closed.
  void came(HttpConnection connection) {
    var address = address(connection.remoteAddress());
    boolean isCounted = !door.proxies().has(address);
    present.incrementAndGet();
    boolean isWelcome = !isCounted || enters(address);
    connection.closeHandler(_ -> {
      silentSince.remove(connection);
      present.decrementAndGet();
      if (isCounted) {
        leaves(address);
      }
    });
    if (isClosed || !isWelcome) {
      connection.close();
    } else {
      answered(connection);
    }
  }

  /// One more connection of an address; it leaves again, whether it is one too many or not.
  ///
  /// @return whether it may be
  public boolean enters(InetAddress address) {
    int most = door.settings().connectionsPerAddress();
    return connections.merge(Address.of(address), 1, Integer::sum) <= most || most == 0;
  }

  /// One connection less of an address.
  public void leaves(InetAddress address) {
    connections.computeIfPresent(Address.of(address), (_, count) -> count > 1 ? count - 1 : null);
  }

  /// A connection has sent a whole head.
  public void heard(HttpConnection connection) {
    silentSince.remove(connection);
  }

  /// A connection owes the head of a request, which nobody waits for long (security H6).
  public void answered(HttpConnection connection) {
    silentSince.put(connection, System.nanoTime());
  }

  /// Closes those that have been silent for too long. To be called every second.
  void sweep() {
    long most = TimeUnit.SECONDS.toNanos(door.settings().headSeconds());
    long now = System.nanoTime();
    silentSince.forEach((connection, since) -> {
      if (most > 0 && now - since >= most && silentSince.remove(connection, since)) {
        connection.close();
      }
    });
  }

  /// Takes one request of an address.
  ///
  /// @return seconds to wait when it is one too many; 0 when it is not
  public long wait(InetAddress address) {
    var settings = door.settings();
    synchronized (rates) {
      return rates
          .computeIfAbsent(Address.of(address), _ -> new Rate())
          .take(settings.requestsPerSecond(), settings.requestBurst());
    }
  }

  /// The address at the other end.
  public static InetAddress address(io.vertx.core.net.SocketAddress address) {
    var text = String.valueOf(address.hostAddress());
    int zone = text.indexOf('%');
    return InetAddress.ofLiteral(zone < 0 ? text : text.substring(0, zone));
  }
}
