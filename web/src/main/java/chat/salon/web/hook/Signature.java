package chat.salon.web.hook;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.hook.OutgoingWebhook;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// By which a receiver knows that a post comes from this server. The secret of a webhook is derived
/// from one of the server, so that none is kept. Any thread.
final class Signature {
  private static final String HMAC = "HmacSHA256";

  private final byte[] server;

  /// @param server a secret that belongs to this server alone, the same on all its nodes
  Signature(byte[] server) {
    this.server = server.clone();
  }

  /// What the receiver of a webhook has to know.
  String secret(OutgoingWebhook hook) {
    var which = "outgoing webhook " + hook.id() + " of " + hook.created().toEpochMilli();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(hmac(server, which.getBytes(UTF_8)));
  }

  /// The signature of a body that was sent at a moment.
  String of(OutgoingWebhook hook, String timestamp, byte[] body) {
    var begin = (timestamp + ".").getBytes(UTF_8);
    return "sha256=" + HexFormat.of().formatHex(hmac(secret(hook).getBytes(UTF_8), begin, body));
  }

  private static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      for (var part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
