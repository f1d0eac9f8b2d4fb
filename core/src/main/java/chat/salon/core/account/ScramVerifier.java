package chat.salon.core.account;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// What a server keeps for SCRAM-SHA-256 (RFC 5802 §3, RFC 7677). Weaker than the Argon2id hash
/// beside it, so the store encrypts it. The arrays are owned by this value: nobody changes them.
///
/// @param iterations of PBKDF2, at least 4096
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and never copied on the way
public record ScramVerifier(byte[] salt, int iterations, byte[] storedKey, byte[] serverKey) {

  /// RFC 7677 §3.
  public static final int FEWEST_ITERATIONS = 4096;

  public ScramVerifier {
    if (salt.length == 0
        || iterations < FEWEST_ITERATIONS
        || storedKey.length != Sha256.LENGTH
        || serverKey.length != Sha256.LENGTH) {
      throw new IllegalArgumentException("not a SCRAM-SHA-256 verifier");
    }
  }

  /// The verifier of a password. Costs milliseconds, the more the more iterations.
  ///
  /// @param password prepared, in UTF-8; neither kept nor changed
  public static ScramVerifier of(byte[] password, byte[] salt, int iterations) {
    var salted = saltedPassword(password, salt, iterations);
    var clientKey = Sha256.hmac(salted, "Client Key");
    try {
      return new ScramVerifier(
          salt.clone(), iterations, Sha256.hash(clientKey), Sha256.hmac(salted, "Server Key"));
    } finally {
      Arrays.fill(salted, (byte) 0);
      Arrays.fill(clientKey, (byte) 0);
    }
  }

  // The JDK's PBKDF2 takes characters and turns them into UTF-8 again.
  private static byte[] saltedPassword(byte[] password, byte[] salt, int iterations) {
    var text =
        Utf8.chars(password)
            .orElseThrow(() -> new IllegalArgumentException("the password is not UTF-8"));
    var spec = new PBEKeySpec(text, salt, iterations, Sha256.LENGTH * 8);
    try {
      var key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec);
      var encoded = key.getEncoded();
      if (encoded == null) {
        throw new InvalidKeyException("no encoding");
      }
      return encoded;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no PBKDF2 with SHA-256", e);
    } finally {
      spec.clearPassword();
      Arrays.fill(text, '\0');
    }
  }

  /// Whether a client's proof for an exchange belongs to this verifier, in constant time.
  ///
  /// @param authMessage as in RFC 5802 §3
  boolean accepts(byte[] proof, byte[] authMessage) {
    var clientKey = Sha256.hmac(storedKey, authMessage);
    if (proof.length != clientKey.length) {
      return false;
    }
    for (int i = 0; i < clientKey.length; i++) {
      clientKey[i] ^= proof[i];
    }
    try {
      return Sha256.same(Sha256.hash(clientKey), storedKey);
    } finally {
      Arrays.fill(clientKey, (byte) 0);
    }
  }

  /// What proves to the client that the server knows the verifier.
  byte[] signature(byte[] authMessage) {
    return Sha256.hmac(serverKey, authMessage);
  }

  @Override
  public String toString() {
    return "ScramVerifier[…]";
  }
}
