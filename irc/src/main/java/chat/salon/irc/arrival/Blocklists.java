package chat.salon.irc.arrival;

import io.netty.channel.EventLoop;
import io.netty.channel.socket.DatagramChannel;
import io.netty.resolver.ResolvedAddressTypes;
import io.netty.resolver.dns.DefaultDnsCache;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks lists in the DNS about addresses (RFC 5782). Never waits. Any thread.
public final class Blocklists implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Blocklists.class);
  private static final byte LISTED = 127; // answers are within 127.0.0.0/8
  private static final int ERRORS = 255; // but 127.255.255.x says that the question was wrong
  private static final int NEGATIVE_SECONDS = 300;

  private final EventLoop loop;
  private final Class<? extends DatagramChannel> channelType;
  private final Supplier<DnsblSettings> settings;
  private final AtomicInteger underWay = new AtomicInteger();
  private @Nullable Asking asking;

  private record Asking(DnsblSettings settings, DnsNameResolver resolver) {}

  /// @param loop that asks
  /// @param channelType of the same kind
  public Blocklists(
      EventLoop loop,
      Class<? extends DatagramChannel> channelType,
      Supplier<DnsblSettings> settings) {
    this.loop = loop;
    this.channelType = channelType;
    this.settings = settings;
  }

  /// On which lists an address is, the one with the hardest action first. Completes in time, and
  /// always normally: what is not known is no listing.
  public CompletableFuture<List<Listing>> look(InetAddress address) {
    var now = settings.get();
    if (now.zones().isEmpty()
        || address.isLoopbackAddress()
        || new Ranges(now.exempt()).has(address)) {
      return CompletableFuture.completedFuture(List.of());
    }
    if (underWay.incrementAndGet() > now.parallel()) {
      underWay.decrementAndGet();
      LOG.warn("More than {} addresses at once are looked up: one comes in unseen", now.parallel());
      return CompletableFuture.completedFuture(List.of());
    }
    var resolver = resolver(now);
    var reversed = reversed(address);
    var found = now.parsedZones().stream().map(zone -> ask(resolver, reversed, zone)).toList();
    return CompletableFuture.allOf(found.toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, now.timeoutMillis(), TimeUnit.MILLISECONDS)
        .thenApply(_ -> listings(found))
        .whenComplete((_, _) -> underWay.decrementAndGet());
  }

  private static List<Listing> listings(List<CompletableFuture<@Nullable Listing>> found) {
    var listings = new ArrayList<Listing>();
    for (var one : found) {
      var listing = one.getNow(null);
      if (listing != null) {
        listings.add(listing);
      }
    }
    listings.sort(Comparator.comparing(Listing::action));
    return List.copyOf(listings);
  }

  private static CompletableFuture<@Nullable Listing> ask(
      DnsNameResolver resolver, String reversed, DnsblSettings.Zone zone) {
    var answer = new CompletableFuture<@Nullable Listing>();
    resolver
        .resolveAll(reversed + zone.name() + '.')
        .addListener((Future<List<InetAddress>> done) ->
            answer.complete(
                done.isSuccess() && done.getNow().stream().anyMatch(Blocklists::isListed)
                    ? new Listing(zone.name(), zone.action())
                    : null));
    return answer;
  }

  private static boolean isListed(InetAddress answer) {
    var bytes = answer.getAddress();
    boolean isError = (bytes[1] & 0xff) == ERRORS && (bytes[2] & 0xff) == ERRORS;
    return bytes[0] == LISTED && !isError;
  }

  private static String reversed(InetAddress address) {
    var bytes = address.getAddress();
    var name = new StringBuilder();
    for (int i = bytes.length - 1; i >= 0; i--) {
      int one = bytes[i] & 0xff;
      if (bytes.length == 4) {
        name.append(one).append('.');
      } else {
        name.append(Character.forDigit(one & 15, 16)).append('.');
        name.append(Character.forDigit(one >> 4, 16)).append('.');
      }
    }
    return name.toString();
  }

  private synchronized DnsNameResolver resolver(DnsblSettings now) {
    var present = asking;
    if (present != null && present.settings().equals(now)) {
      return present.resolver();
    }
    if (present != null) {
      present.resolver().close();
    }
    var resolver = make(now);
    asking = new Asking(now, resolver);
    return resolver;
  }

  private DnsNameResolver make(DnsblSettings now) {
    var builder =
        new DnsNameResolverBuilder(loop)
            .datagramChannelType(channelType)
            .resolvedAddressTypes(ResolvedAddressTypes.IPV4_ONLY)
            .queryTimeoutMillis(now.timeoutMillis())
            .searchDomains(List.of())
            .resolveCache(
                new DefaultDnsCache(
                    0, now.cacheSeconds(), Math.min(NEGATIVE_SECONDS, now.cacheSeconds())));
    var servers = now.servers().stream().map(DnsblSettings::server).toList();
    if (!servers.isEmpty()) {
      builder.nameServerProvider(
          new SequentialDnsServerAddressStreamProvider(servers.toArray(InetSocketAddress[]::new)));
    }
    return builder.build();
  }

  @Override
  public synchronized void close() {
    var present = asking;
    asking = null;
    if (present != null) {
      present.resolver().close();
    }
  }
}
