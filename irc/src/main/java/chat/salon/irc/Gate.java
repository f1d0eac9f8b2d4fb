package chat.salon.irc;

import chat.salon.core.account.Address;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Lets connections in, so many at once and so many a minute from one address, which for IPv6 is a
/// /64. Gateways that speak for others count as those. Never waits. Any thread.
final class Gate {
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
  private static final AttributeKey<String> COUNTED = AttributeKey.valueOf(Gate.class, "counted");

  private final Door door;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicLong swept = new AtomicLong(System.nanoTime());
  private final Map<String, Visitor> visitors = new ConcurrentHashMap<>();

  /// One address. Changed only inside the map's own atomic steps.
  private record Visitor(int present, int came, long since) {
    boolean isForgotten(long now) {
      return present == 0 && now - since > MINUTE;
    }
  }

  Gate(Door door) {
    this.door = door;
  }

  int connections() {
    return connections.get();
  }

  /// There is one more connection, until it closes.
  void opened(Channel channel) {
    connections.incrementAndGet();
    channel
        .closeFuture()
        .addListener(_ -> {
          connections.decrementAndGet();
          var key = channel.attr(COUNTED).getAndSet(null);
          if (key != null) {
            left(key);
          }
        });
  }

  /// Whether somebody may come in by a connection, who is counted from now on as long as it lasts,
  /// instead of whom it was counted for before.
  ///
  /// @return why not; empty when they may
  String refusal(Channel channel, InetAddress address) {
    var key = Address.of(address);
    var before = channel.attr(COUNTED).getAndSet(key);
    if (before != null) {
      left(before);
    }
    var settings = door.settings();
    long now = System.nanoTime();
    var visitor = visitors.merge(key, new Visitor(1, 1, now), (old, _) -> again(old, now));
    boolean isTooMany =
        settings.connectionsPerAddress() > 0
            && visitor.present() > settings.connectionsPerAddress();
    boolean isTooFast =
        settings.connectionsPerMinute() > 0 && visitor.came() > settings.connectionsPerMinute();
    if (isTooMany || isTooFast) {
      door.counters().refused().increment();
      return isTooMany ? "Too many connections" : "Connecting too fast: wait a minute";
    }
    door.counters().accepted().increment();
    return "";
  }

  private static Visitor again(Visitor old, long now) {
    return now - old.since() > MINUTE
        ? new Visitor(old.present() + 1, 1, now)
        : new Visitor(old.present() + 1, old.came() + 1, old.since());
  }

  private void left(String key) {
    long now = System.nanoTime();
    visitors.computeIfPresent(
        key,
        (_, old) -> {
          var visitor = new Visitor(old.present() - 1, old.came(), old.since());
          return visitor.isForgotten(now) ? null : visitor;
        });
    long last = swept.get();
    if (now - last > MINUTE && swept.compareAndSet(last, now)) {
      visitors.values().removeIf(one -> one.isForgotten(now));
    }
  }
}
