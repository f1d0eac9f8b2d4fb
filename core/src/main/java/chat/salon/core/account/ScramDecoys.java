package chat.salon.core.account;

import java.util.Arrays;

/// Verifiers for names without an account, so that SCRAM answers for every name alike: the same
/// salt each time, and a proof that nobody can give. Any thread.
final class ScramDecoys {
  private static final int SALT_BYTES = 16;

  private final byte[] secret;
  private final int iterations;

  /// @param secret owned by this value
  ScramDecoys(byte[] secret, int iterations) {
    this.secret = secret;
    this.iterations = iterations;
  }

  /// @param name folded
  ScramVerifier of(String name) {
    return new ScramVerifier(
        Arrays.copyOf(Sha256.hmac(secret, "salt " + name), SALT_BYTES),
        iterations,
        Sha256.hmac(secret, "stored key " + name),
        Sha256.hmac(secret, "server key " + name));
  }
}
