package chat.salon.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// The client's side of SASL, written from the RFCs and from nothing of the server's.
public final class Sasl {
  private Sasl() {}

  /// RFC 4616, in base64.
  public static String plain(String account, String password) {
    return plain("", account, password);
  }

  /// @param actAs the identity to act as; empty for the account's own
  static String plain(String actAs, String account, String password) {
    return base64(actAs + '\0' + account + '\0' + password);
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  /// RFC 5802 and 7677, without channel binding.
  static final class ScramClient {
    private final String password;
    private final String firstBare;
    private final String nonce;
    private byte[] serverSignature = new byte[0];

    ScramClient(String account, String password, String nonce) {
      this.password = password;
      this.nonce = nonce;
      this.firstBare = "n=" + account.replace("=", "=3D").replace(",", "=2C") + ",r=" + nonce;
    }

    /// The first message, in base64.
    String first() {
      return base64("n,," + firstBare);
    }

    /// The second, to what the server has asked.
    String last(String challenge) throws GeneralSecurityException {
      var text = new String(Base64.getDecoder().decode(challenge), UTF_8);
      var asked = attributes(text);
      if (!asked.get("r").startsWith(nonce) || asked.get("r").equals(nonce)) {
        throw new AssertionError("the server added nothing to the nonce: " + text);
      }
      int iterations = Integer.parseInt(asked.get("i"));
      var salted = salted(password, Base64.getDecoder().decode(asked.get("s")), iterations);
      var withoutProof = "c=" + base64("n,,") + ",r=" + asked.get("r");
      var authMessage = firstBare + "," + text + "," + withoutProof;
      var clientKey = hmac(salted, "Client Key");
      var proof = hmac(MessageDigest.getInstance("SHA-256").digest(clientKey), authMessage);
      for (int i = 0; i < proof.length; i++) {
        proof[i] ^= clientKey[i];
      }
      serverSignature = hmac(hmac(salted, "Server Key"), authMessage);
      return base64(withoutProof + ",p=" + Base64.getEncoder().encodeToString(proof));
    }

    /// Whether the server's last message proves that it knows the password too.
    boolean trusts(String verdict) {
      var text = new String(Base64.getDecoder().decode(verdict), UTF_8);
      return text.equals("v=" + Base64.getEncoder().encodeToString(serverSignature));
    }

    private static Map<String, String> attributes(String text) {
      var all = new HashMap<String, String>();
      for (var attribute : text.split(",")) {
        all.put(attribute.substring(0, 1), attribute.substring(2));
      }
      return all;
    }

    private static byte[] salted(String password, byte[] salt, int iterations)
        throws GeneralSecurityException {
      var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, 256);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    }
  }
}
