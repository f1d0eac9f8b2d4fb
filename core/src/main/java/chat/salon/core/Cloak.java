package chat.salon.core;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.StringJoiner;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Hides addresses: the same address has the same cloak for as long as the key is kept, on every
/// node that has the key, and nobody can compute the way back. A cloak has three levels, as a name
/// of a host has: the address, its network, and the larger network of that, `a.b.c.cloak`. So a ban
/// of `*!*@*.b.c.cloak` holds for the network without anybody knowing which it is. Any thread.
public final class Cloak {
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 10; // of a level: 50 bits
  private static final int[] LEVELS_V4 = {32, 24, 16};
  private static final int[] LEVELS_V6 = {128, 64, 48}; // a customer has at least a /64
  private static final String END = "cloak";
  private static final String ACCOUNT_END = ".account.cloak";

  private final SecretKeySpec key;
  private final boolean namesAccounts;

  /// @param key secret, at least 16 bytes, the same after a restart
  public Cloak(byte[] key) {
    this(key, false);
  }

  /// @param namesAccounts whether who is logged in has a cloak of their account, wherever they
  ///   connect from
  public Cloak(byte[] key, boolean namesAccounts) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
    this.namesAccounts = namesAccounts;
  }

  /// Whether a login changes the cloak.
  public boolean namesAccounts() {
    return namesAccounts;
  }

  /// The host under which somebody is shown.
  ///
  /// @param account null for guests
  public String of(InetAddress address, @Nullable AccountName account) {
    return namesAccounts && account != null ? account.folded() + ACCOUNT_END : of(address);
  }

  /// The host under which somebody from this address is shown.
  public String of(InetAddress address) {
    var bytes = address.getAddress();
    var host = new StringJoiner(".");
    for (int bits : address instanceof Inet6Address ? LEVELS_V6 : LEVELS_V4) {
      host.add(level(bits, Arrays.copyOf(bytes, bits / Byte.SIZE)));
    }
    return host.add(END).toString();
  }

  private String level(int bits, byte[] network) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update((byte) bits); // IPv4 and IPv6 have no level in common
      var hash = mac.doFinal(network);
      var text = new StringBuilder();
      for (int i = 0; i < LENGTH; i++) {
        text.append(DIGITS.charAt(hash[i] & 31));
      }
      return text.toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
