package chat.salon.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Who is connected from where: so many connections, and so many requests a second, from one
/// address, which for IPv6 is a /64. Event loops call it; never waits.
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

  private final Vertx vertx;
  private volatile boolean isClosed;
  private final Set<HttpConnection> silent = ConcurrentHashMap.newKeySet();

  Visitors(WebDoor door, Vertx vertx) {
    this.door = door;
    this.vertx = vertx;
  }

  /// Nobody is let in any more.
  void close() {
    isClosed = true;
  }

  int present() {
    return present.get();
  }

  /// A connection was made. One too many is closed.
  void came(HttpConnection connection) {
    var key = key(address(connection.remoteAddress()));
    int most = door.settings().connectionsPerAddress();
    int now = connections.merge(key, 1, Integer::sum);
    present.incrementAndGet();
    connection.closeHandler(_ -> {
      silent.remove(connection);
      present.decrementAndGet();
      connections.computeIfPresent(key, (_, count) -> count > 1 ? count - 1 : null);
    });
    int seconds = door.settings().headSeconds();
    if (isClosed || (most > 0 && now > most)) {
      connection.close();
    } else if (seconds > 0) {
      silent.add(connection);
      vertx.setTimer(TimeUnit.SECONDS.toMillis(seconds), _ -> closeSilent(connection));
    }
  }

  // The beginning of a request that does not come is held by nobody for long (security H6).
  private void closeSilent(HttpConnection connection) {
    if (silent.remove(connection)) {
      connection.close();
    }
  }

  /// A connection has sent a whole head.
  public void heard(HttpConnection connection) {
    silent.remove(connection);
  }

  /// Takes one request of an address.
  ///
  /// @return seconds to wait when it is one too many; 0 when it is not
  public long wait(InetAddress address) {
    var settings = door.settings();
    synchronized (rates) {
      return rates
          .computeIfAbsent(key(address), _ -> new Rate())
          .take(settings.requestsPerSecond(), settings.requestBurst());
    }
  }

  /// The address at the other end.
  public static InetAddress address(io.vertx.core.net.SocketAddress address) {
    var text = String.valueOf(address.hostAddress());
    int zone = text.indexOf('%');
    return InetAddress.ofLiteral(zone < 0 ? text : text.substring(0, zone));
  }

  private static String key(InetAddress address) {
    var bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
  }
}
