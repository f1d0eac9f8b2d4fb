package chat.salon.acceptance.clients;

import chat.salon.acceptance.TestTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/// A certificate that a client shows.
///
/// @param pem it and its key, in one file
/// @param fingerprint its SHA-256
record OwnCertificate(Path pem, String fingerprint) {

  /// Makes one that nobody else has.
  static OwnCertificate make(Path folder, String name) {
    var identity = TestTls.rsa();
    try {
      var certificate = identity.chain().getFirst().getEncoded();
      var pem = pem("CERTIFICATE", certificate) + pem("PRIVATE KEY", identity.key().getEncoded());
      var digest = MessageDigest.getInstance("SHA-256").digest(certificate);
      return new OwnCertificate(
          Files.writeString(folder.resolve(name + ".pem"), pem), HexFormat.of().formatHex(digest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String kind, byte[] content) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
  }
}
