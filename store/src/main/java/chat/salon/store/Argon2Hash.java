package chat.salon.store;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// An Argon2id hash with all that it takes to check it. Its text is the PHC string format: numbers
/// without leading zeros, base64 without padding. Read strictly and within bounds, since a row in
/// the database may ask for any amount of memory. Pure, any thread.
///
/// @param lanes called `p`
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and never changed
record Argon2Hash(int memoryKib, int iterations, int lanes, byte[] salt, byte[] hash) {
  private static final String NUMBER = "([1-9][0-9]{0,7})";
  private static final String BASE64 = "([A-Za-z0-9+/]{11,86})"; // 8 to 64 bytes
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=%1$s,t=%1$s,p=%1$s\\$%2$s\\$%2$s".formatted(NUMBER, BASE64));
  private static final int MOST_MEMORY_KIB = 1 << 20;
  private static final int MOST_ITERATIONS = 64;
  private static final int MOST_LANES = 16;
  private static final int LEAST_KIB_A_LANE = 8; // RFC 9106 §3.1

  /// The hash, or empty when the text is not one that may be computed here.
  static Optional<Argon2Hash> parse(String encoded) {
    var match = FORM.matcher(encoded);
    if (!match.matches()) {
      return Optional.empty();
    }
    int memoryKib = Integer.parseInt(match.group(1));
    int iterations = Integer.parseInt(match.group(2));
    int lanes = Integer.parseInt(match.group(3));
    if (memoryKib > MOST_MEMORY_KIB
        || iterations > MOST_ITERATIONS
        || lanes > MOST_LANES
        || memoryKib < LEAST_KIB_A_LANE * lanes) {
      return Optional.empty();
    }
    var salt = bytes(match.group(4));
    var hash = bytes(match.group(5));
    return salt.isEmpty() || hash.isEmpty()
        ? Optional.empty()
        : Optional.of(new Argon2Hash(memoryKib, iterations, lanes, salt.get(), hash.get()));
  }

  String encoded() {
    var parameters = "m=" + memoryKib + ",t=" + iterations + ",p=" + lanes;
    return String.join("$", "", "argon2id", "v=19", parameters, base64(salt), base64(hash));
  }

  // Two texts for one value would both decode: only the one that is written counts.
  private static Optional<byte[]> bytes(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64))
          .filter(decoded -> base64(decoded).equals(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Argon2Hash[…]";
  }
}
