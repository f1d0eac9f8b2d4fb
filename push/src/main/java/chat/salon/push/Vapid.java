package chat.salon.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/// Says who this server is to push services, so that nobody else can use the subscriptions made for
/// it (RFC 8292).
final class Vapid {
  private static final Duration GOOD_FOR = Duration.ofHours(12); // services take at most 24
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair keys;
  private final String contact;

  /// @param secret 32 bytes that belong to this server alone
  /// @param contact `mailto:` or `https:`
  Vapid(byte[] secret, String contact) {
    this.keys = P256.pair(secret);
    this.contact = contact;
  }

  /// The public key, in base64url.
  String key() {
    return BASE64.encodeToString(P256.write((ECPublicKey) keys.getPublic()));
  }

  /// What goes into the header `Authorization` of a request to this endpoint.
  String authorization(URI endpoint, Instant now) {
    var claims =
        "{\"aud\":\"%s\",\"exp\":%d,\"sub\":\"%s\"}"
            .formatted(origin(endpoint), now.plus(GOOD_FOR).getEpochSecond(), contact);
    var signed = base64("{\"typ\":\"JWT\",\"alg\":\"ES256\"}") + '.' + base64(claims);
    return "vapid t=" + signed + '.' + signature(signed) + ", k=" + key();
  }

  private String signature(String text) {
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(keys.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot sign with P-256", e);
    }
  }

  private static String origin(URI endpoint) {
    var port = endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
    return endpoint.getScheme() + "://" + endpoint.getHost() + port;
  }

  private static String base64(String text) {
    return BASE64.encodeToString(text.getBytes(UTF_8));
  }
}
