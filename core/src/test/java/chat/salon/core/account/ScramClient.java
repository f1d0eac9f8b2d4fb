package chat.salon.core.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/// The other side of SCRAM-SHA-256, written from RFC 5802 §3 and §7.
final class ScramClient {
  private final String header;
  private final String bare;
  private final String password;
  private final Map<String, byte[]> saltedPasswords = new HashMap<>();
  private String expectedSignature = "";

  ScramClient(String name, String password) {
    this("n,,", name, "clientnonce", password);
  }

  ScramClient(String header, String name, String nonce, String password) {
    this.header = header;
    this.bare = "n=" + name + ",r=" + nonce;
    this.password = password;
  }

  byte[] first() {
    return (header + bare).getBytes(UTF_8);
  }

  /// The answer to the server's first message.
  byte[] last(byte[] challenge) {
    var server = attributes(challenge);
    var encodedHeader = Base64.getEncoder().encodeToString(header.getBytes(UTF_8));
    return last(challenge, "c=" + encodedHeader + ",r=" + server.get('r'));
  }

  /// The answer with other attributes before the proof; the proof fits them.
  byte[] last(byte[] challenge, String withoutProof) {
    var server = attributes(challenge);
    var salt = Base64.getDecoder().decode(server.get('s'));
    int iterations = Integer.parseInt(server.get('i'));
    var salted =
        saltedPasswords.computeIfAbsent(
            server.get('s') + iterations, _ -> hi(password.getBytes(UTF_8), salt, iterations));
    var clientKey = Sha256.hmac(salted, "Client Key");
    var authMessage = bare + "," + new String(challenge, UTF_8) + "," + withoutProof;
    var proof = xor(clientKey, Sha256.hmac(Sha256.hash(clientKey), authMessage));
    expectedSignature = base64(Sha256.hmac(Sha256.hmac(salted, "Server Key"), authMessage));
    return (withoutProof + ",p=" + base64(proof)).getBytes(UTF_8);
  }

  boolean believes(byte[] serverFinal) {
    return new String(serverFinal, UTF_8).equals("v=" + expectedSignature);
  }

  static Map<Character, String> attributes(byte[] message) {
    var attributes = new HashMap<Character, String>();
    for (var attribute : new String(message, UTF_8).split(",", -1)) {
      attributes.put(attribute.charAt(0), attribute.substring(2));
    }
    return attributes;
  }

  // RFC 5802 §2.2, by its own words.
  private static byte[] hi(byte[] text, byte[] salt, int iterations) {
    var first = new byte[salt.length + 4];
    System.arraycopy(salt, 0, first, 0, salt.length);
    first[salt.length + 3] = 1;
    var u = Sha256.hmac(text, first);
    var result = u.clone();
    for (int i = 1; i < iterations; i++) {
      u = Sha256.hmac(text, u);
      result = xor(result, u);
    }
    return result;
  }

  private static byte[] xor(byte[] one, byte[] other) {
    var result = new byte[one.length];
    for (int i = 0; i < one.length; i++) {
      result[i] = (byte) (one[i] ^ other[i]);
    }
    return result;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
