package chat.salon.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What only this server knows, made at its first start and the same ever after: keys for different
/// uses are derived from it, and none tells anything about another.
final class Secret {
  private static final int BYTES = 32;

  private final byte[] bytes;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Reads the file, which is made when it is not there.
  ///
  /// @throws StartException it cannot be read or made
  static Secret in(Path file) {
    try {
      if (!Files.exists(file)) {
        var fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        SafeFile.write(file, HexFormat.of().formatHex(fresh) + "\n", true);
      }
      var bytes = HexFormat.of().parseHex(Files.readString(file).strip());
      if (bytes.length != BYTES) {
        throw new IllegalArgumentException("it has " + bytes.length + " bytes");
      }
      return new Secret(bytes);
    } catch (IOException | IllegalArgumentException e) {
      throw new StartException("the server's secret " + file + " cannot be read: " + e, e);
    }
  }

  /// 32 bytes for one use.
  byte[] derive(String use) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      return mac.doFinal(use.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no HmacSHA256", e);
    }
  }
}
