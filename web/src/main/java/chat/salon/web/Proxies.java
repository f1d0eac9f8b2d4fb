package chat.salon.web;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The reverse proxies that are believed who asks through them. Each writes behind what it was told
/// itself, so what they say is read from its end: whoever is not one of them is who asks, and
/// whatever stands before that anybody may have made up. Any thread.
public final class Proxies {
  private static final String STANDARD = "Forwarded";
  private static final String COMMON = "X-Forwarded-For";

  private final List<IpSubnetFilterRule> trusted;
  private final boolean isStandard;

  /// Who asks.
  ///
  /// @param isSecure nobody on the way can read along
  public record Visitor(InetAddress address, boolean isSecure) {}

  /// What a request says of its way here.
  public interface Headers {
    /// All values of a header, in order; empty for none.
    List<String> all(String name);
  }

  Proxies(WebSettings settings) {
    trusted = settings.trustedProxies().stream().map(Proxies::rule).toList();
    isStandard = settings.proxyHeader().equalsIgnoreCase(STANDARD);
  }

  /// @throws IllegalArgumentException names the key, and what is wrong with it
  static void check(List<String> trusted, String header) {
    for (var range : trusted) {
      try {
        rule(range);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "web.trusted_proxies has " + range + ": it must be like 127.0.0.1 or 10.0.0.0/8", e);
      }
    }
    if (!header.equalsIgnoreCase(STANDARD) && !header.equalsIgnoreCase(COMMON)) {
      throw new IllegalArgumentException(
          "web.proxy_header is " + header + ": it must be " + COMMON + " or " + STANDARD);
    }
  }

  private static IpSubnetFilterRule rule(String range) {
    int slash = range.indexOf('/');
    var address = InetAddress.ofLiteral(slash < 0 ? range : range.substring(0, slash));
    int whole = address instanceof Inet6Address ? 128 : 32;
    int bits = slash < 0 ? whole : Integer.parseInt(range.substring(slash + 1));
    return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
  }

  /// Whether an address is one of theirs.
  boolean has(InetAddress address) {
    return !trusted.isEmpty()
        && trusted.stream().anyMatch(rule -> rule.matches(new InetSocketAddress(address, 0)));
  }

  /// Who asks by a connection.
  ///
  /// @param peer at the other end of it
  public Visitor visitor(InetAddress peer, boolean isTls, Headers headers) {
    var direct = new Visitor(peer, isTls || peer.isLoopbackAddress());
    if (!has(peer)) {
      return direct;
    }
    var hops = words(headers.all(isStandard ? STANDARD : COMMON));
    var asking = peer;
    for (int i = hops.size() - 1; i >= 0 && has(asking); i--) {
      var before = address(isStandard ? parameter(hops.get(i), "for") : hops.get(i));
      if (before.isEmpty()) {
        break;
      }
      asking = before.get();
    }
    return asking.equals(peer) ? direct : new Visitor(asking, isSecure(hops, headers));
  }

  // Said by the proxy that the connection is with.
  private boolean isSecure(List<String> hops, Headers headers) {
    var scheme =
        isStandard
            ? parameter(hops.getLast(), "proto")
            : words(headers.all("X-Forwarded-Proto")).stream().reduce("", (_, last) -> last);
    return scheme.equalsIgnoreCase("https");
  }

  private static List<String> words(List<String> values) {
    return values.stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  private static String parameter(String hop, String name) {
    return Arrays.stream(hop.split(";", -1))
        .map(String::strip)
        .filter(pair -> pair.toLowerCase(Locale.ROOT).startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1).replace("\"", ""))
        .findFirst()
        .orElse("");
  }

  // With a port or without, an IPv6 address in brackets or not.
  private static Optional<InetAddress> address(String text) {
    var bare = text.replaceFirst("^\\[(.*)](:\\d+)?$", "$1");
    if (bare.indexOf(':') == bare.lastIndexOf(':')) {
      bare = bare.replaceFirst(":\\d+$", "");
    }
    try {
      return Optional.of(InetAddress.ofLiteral(bare));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
