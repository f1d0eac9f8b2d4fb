package chat.salon.irc.arrival;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/// Addresses and ranges of them: `127.0.0.1`, `10.0.0.0/8`, `2001:db8::/32`. Any thread.
public final class Ranges {
  private final List<IpSubnetFilterRule> rules;

  /// @throws IllegalArgumentException one of them is no range
  public Ranges(List<String> ranges) {
    rules = ranges.stream().map(Ranges::rule).toList();
  }

  /// @param key that the ranges come from
  /// @throws IllegalArgumentException names the key and what is wrong
  public static List<String> check(String key, List<String> ranges) {
    for (var range : ranges) {
      try {
        rule(range);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            key + " has " + range + ": it must be like 127.0.0.1 or 10.0.0.0/8", e);
      }
    }
    return List.copyOf(ranges);
  }

  private static IpSubnetFilterRule rule(String range) {
    int slash = range.indexOf('/');
    var address =
        address(slash < 0 ? range : range.substring(0, slash))
            .orElseThrow(IllegalArgumentException::new);
    int whole = address instanceof Inet6Address ? 128 : 32;
    int bits = slash < 0 ? whole : Integer.parseInt(range.substring(slash + 1));
    return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
  }

  /// An address as it is written in full: nothing that has to be looked up, or guessed at.
  public static Optional<InetAddress> address(String text) {
    return NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text)
        ? Optional.of(InetAddress.ofLiteral(text))
        : Optional.empty();
  }

  /// Whether an address is in one of them.
  public boolean has(InetAddress address) {
    if (rules.isEmpty()) {
      return false;
    }
    var place = new InetSocketAddress(address, 0);
    return rules.stream().anyMatch(rule -> rule.matches(place));
  }
}
