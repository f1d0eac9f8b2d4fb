package chat.salon.irc.arrival;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;

/// A gateway that connects for people.
///
/// @param name for logs
/// @param from where it connects from
/// @param secret its password, or an encoded hash of it
public record WebircGateway(String name, Ranges from, String secret) {
  private static final String HASH = "$argon2";

  /// @throws IllegalArgumentException what is wrong; never shows the password
  static WebircGateway parse(String text) {
    var words = List.of(text.strip().split("\\s+", 3));
    if (words.size() < 3) {
      throw new IllegalArgumentException(
          "webirc.gateways has an entry that is not \"NAME ADDRESSES PASSWORD\"");
    }
    var ranges = Ranges.check("webirc.gateways", List.of(words.get(1).split(",")));
    return new WebircGateway(words.getFirst(), new Ranges(ranges), words.get(2));
  }

  /// Whether only a hash of its password is known.
  public boolean isHashed() {
    return secret.startsWith(HASH);
  }

  /// Whether this is its password, which is known as it is.
  public boolean isPlainly(String password) {
    return MessageDigest.isEqual(secret.getBytes(UTF_8), password.getBytes(UTF_8));
  }

  /// Without the password.
  @Override
  public String toString() {
    return "WebircGateway[" + name + "]";
  }
}
