package chat.salon.core;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Hides addresses: the same address has the same cloak for as long as the key is kept, so that
/// bans hold, and nobody can compute the way back. Any thread.
public final class Cloak {
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 12;
  private static final int PREFIX_BYTES = 8; // an IPv6 customer has at least a /64

  private final SecretKeySpec key;

  /// @param key secret, at least 16 bytes, the same after a restart
  public Cloak(byte[] key) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /// The host under which somebody from this address is shown.
  public String of(InetAddress address) {
    var bytes = address.getAddress();
    if (address instanceof Inet6Address) {
      bytes = Arrays.copyOf(bytes, PREFIX_BYTES);
    }
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      var hash = mac.doFinal(bytes);
      var text = new StringBuilder();
      for (int i = 0; i < LENGTH; i++) {
        text.append(DIGITS.charAt(hash[i] & 31));
      }
      return text.append(".cloak").toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
