package chat.salon.core;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// Which addresses lead to the Internet at large. Whatever strangers make this server connect to
/// has to be one of them, or they would reach through it what only it can reach. What another
/// address is wrapped into (6to4, NAT64, Teredo) is none. Pure.
public final class GlobalAddress {
  // The special-purpose registries of the IANA; of IPv6, what is not given out leads nowhere.
  private static final List<Block> NOT_GLOBAL_4 =
      List.of(
          block("0.0.0.0", 8),
          block("10.0.0.0", 8),
          block("100.64.0.0", 10),
          block("127.0.0.0", 8),
          block("169.254.0.0", 16),
          block("172.16.0.0", 12),
          block("192.0.0.0", 24),
          block("192.0.2.0", 24),
          block("192.88.99.0", 24),
          block("192.168.0.0", 16),
          block("198.18.0.0", 15),
          block("198.51.100.0", 24),
          block("203.0.113.0", 24),
          block("224.0.0.0", 4),
          block("240.0.0.0", 4));
  private static final Block GIVEN_OUT_6 = block("2000::", 3);
  private static final List<Block> NOT_GLOBAL_6 =
      List.of(
          block("2001::", 23), block("2001:db8::", 32), block("2002::", 16), block("3fff::", 20));

  private GlobalAddress() {}

  /// Whether an address is one of them. An IPv4 address that is written as IPv6 is what it is.
  public static boolean is(InetAddress address) {
    return address instanceof Inet4Address
        ? NOT_GLOBAL_4.stream().noneMatch(block -> block.has(address))
        : GIVEN_OUT_6.has(address) && NOT_GLOBAL_6.stream().noneMatch(block -> block.has(address));
  }

  private static Block block(String literal, int bits) {
    return new Block(InetAddress.ofLiteral(literal), bits);
  }

  private record Block(InetAddress first, int bits) {
    boolean has(InetAddress address) {
      var start = first.getAddress();
      var bytes = address.getAddress();
      int whole = bits / 8;
      int mask = 0xFF00 >> bits % 8 & 0xFF;
      return bytes.length == start.length
          && Arrays.equals(bytes, 0, whole, start, 0, whole)
          && (mask == 0 || (bytes[whole] & mask) == (start[whole] & mask));
    }
  }
}
