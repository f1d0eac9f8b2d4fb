package chat.salon.core.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// An address as far as it tells people apart: all of IPv4, the first 64 bits of IPv6, since
/// everybody has the rest for the taking.
public final class Address {
  private static final int NETWORK_BYTES = 8;

  private Address() {}

  /// The same text for all who cannot be told apart.
  public static String of(InetAddress address) {
    var bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
  }
}
