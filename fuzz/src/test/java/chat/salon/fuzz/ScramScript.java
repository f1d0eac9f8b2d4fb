package chat.salon.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// One SCRAM-SHA-256 exchange as it is seen from outside, by the words of RFC 5802 §3: fills in
/// what a client of alice's would send, and judges whether what was sent proves her password.
///
/// In messages, `{nonce}` stands for the nonce as the server sent it, `{header}` for what `c=`
/// wants, and `{proof}` for the proof that fits what stands before it.
public final class ScramScript {
  private static final int ITERATIONS = 4096;
  private static final byte[] CLIENT_KEY;
  private static final byte[] SERVER_KEY;

  static {
    try {
      var spec = new PBEKeySpec(OneAccount.SECRET.toCharArray(), OneAccount.SALT, ITERATIONS, 256);
      var salted =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      CLIENT_KEY = hmac(salted, "Client Key");
      SERVER_KEY = hmac(salted, "Server Key");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String first = "";
  private String challenge = "";

  /// The message with its placeholders filled in, as far as the exchange has come.
  public String filled(String message) {
    var filled = message.replace("{nonce}", nonce()).replace("{header}", base64(header()));
    int proof = filled.indexOf(",p={proof}");
    return proof < 0
        ? filled
        : filled.replace("{proof}", base64(proof(filled.substring(0, proof))));
  }

  /// The server took this for the first message and answered by a challenge.
  public void challenged(String message, byte[] answer) {
    first = message;
    challenge = new String(answer, UTF_8);
    int comma = first.indexOf(',', first.indexOf(",r=") + 3);
    var own = first.substring(first.indexOf(",r=") + 3, comma < 0 ? first.length() : comma);
    Check.that(nonce().startsWith(own) && nonce().length() >= own.length() + 20, "server nonce");
    Check.that(!Check.breaksLine(challenge) && challenge.contains(",i=" + ITERATIONS), "challenge");
  }

  /// Whether this final message answers the challenge and proves the password.
  public boolean proves(String message) {
    int proof = message.lastIndexOf(",p=");
    if (proof < 0) return false;
    var without = message.substring(0, proof);
    var attributes = without.split(",", -1);
    return attributes.length >= 2
        && attributes[0].equals("c=" + base64(header()))
        && attributes[1].equals("r=" + nonce())
        && Arrays.equals(decoded(message.substring(proof + 3)), proof(without));
  }

  /// Whether the server knows the password too, as its last message says.
  public boolean believes(String message, byte[] serverFinal) {
    var without = message.substring(0, message.lastIndexOf(",p="));
    var signature = base64(hmac(SERVER_KEY, authMessage(without)));
    return new String(serverFinal, UTF_8).equals("v=" + signature);
  }

  /// Whether these are the words of a client that does nothing unusual, which must be let in.
  public static boolean isUsual(String first, String last) {
    return first.matches("[ny],(a=alice)?,n=alice,r=[!-+\\--z]{1,64}")
        && last.equals("c={header},r={nonce},p={proof}");
  }

  private byte[] proof(String withoutProof) {
    var signature = hmac(hash(CLIENT_KEY), authMessage(withoutProof));
    for (int i = 0; i < signature.length; i++) signature[i] ^= CLIENT_KEY[i];
    return signature;
  }

  private String authMessage(String withoutProof) {
    return first.substring(header().length()) + ',' + challenge + ',' + withoutProof;
  }

  private String header() {
    int end = first.indexOf(',', first.indexOf(',') + 1);
    return first.substring(0, end + 1);
  }

  private String nonce() {
    return challenge.isEmpty() ? "" : challenge.substring(2, challenge.indexOf(",s="));
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }

  private static String base64(String text) {
    return base64(text.getBytes(UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
