package chat.salon.core.protect;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Addresses that have their first bits in common: `192.0.2.0/24`, or one address. Pure; no name is
/// ever looked up.
public final class AddressRange {
  private final byte[] network;
  private final int bits;

  private AddressRange(byte[] network, int bits) {
    this.network = network;
    this.bits = bits;
  }

  /// Reads an address, a range in CIDR notation, or an IPv4 address whose last numbers are stars:
  /// `192.0.2.*`. Empty for what is none of these.
  public static Optional<AddressRange> parse(String text) {
    int slash = text.indexOf('/');
    var starred = slash < 0 ? ofStars(text) : null;
    if (starred != null) {
      return parse(starred);
    }
    var address = address(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      return Optional.empty();
    }
    int most = address.length * 8;
    int bits = slash < 0 ? most : number(text.substring(slash + 1), most);
    return bits < 0 ? Optional.empty() : Optional.of(new AddressRange(cut(address, bits), bits));
  }

  private static @Nullable String ofStars(String text) {
    if (!text.endsWith(".*")) {
      return null;
    }
    var parts = text.split("\\.", -1);
    int named = 0;
    while (named < parts.length && !parts[named].equals("*")) {
      named++;
    }
    boolean isPlain =
        parts.length == 4
            && named > 0
            && Arrays.stream(parts, named, 4).allMatch("*"::equals)
            && Arrays.stream(parts, 0, named).allMatch(part -> number(part, 255) >= 0);
    return isPlain
        ? String.join(".", Arrays.asList(parts).subList(0, named))
            + ".0".repeat(4 - named)
            + '/'
            + named * 8
        : null;
  }

  private static byte @Nullable [] address(String text) {
    // a scope is of one machine only, and a number alone is no address to people
    if (text.indexOf('%') >= 0
        || (text.indexOf(':') < 0 && text.chars().filter(c -> c == '.').count() != 3)) {
      return null;
    }
    try {
      return InetAddress.ofLiteral(text).getAddress();
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static int number(String text, int most) {
    if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    int number = Integer.parseInt(text);
    return number <= most ? number : -1;
  }

  private static byte[] cut(byte[] address, int bits) {
    var cut = address.clone();
    for (int i = 0; i < cut.length; i++) {
      int left = Math.clamp(bits - i * 8L, 0, 8);
      cut[i] &= (byte) (0xff << (8 - left));
    }
    return cut;
  }

  /// Whether a numeric address is one of them; never for what is no address.
  public boolean contains(String text) {
    var one = address(text);
    return one != null && one.length == network.length && Arrays.equals(cut(one, bits), network);
  }

  /// Whether there is an address in both.
  public boolean overlaps(AddressRange other) {
    int shared = Math.min(bits, other.bits);
    return network.length == other.network.length
        && Arrays.equals(cut(network, shared), cut(other.network, shared));
  }

  /// How many leading bits all of them share.
  public int bits() {
    return bits;
  }

  /// In CIDR notation, or as the one address that it is.
  @Override
  public String toString() {
    try {
      var shown = InetAddress.getByAddress(network).getHostAddress();
      return bits == network.length * 8 ? shown : shown + '/' + bits;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of " + network.length + " bytes", e);
    }
  }
}
