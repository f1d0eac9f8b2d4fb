package chat.salon.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;

/// Reads certificates and private keys as the world writes them. What is wrong with a file is an
/// [IllegalArgumentException] that names it.
final class Pem {
  private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";
  private static final Pattern CERTIFICATES =
      Pattern.compile(CERTIFICATE + ".*?(?:-----END CERTIFICATE-----|\\z)", Pattern.DOTALL);
  private static final Pattern PKCS8 =
      Pattern.compile("-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);
  private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");

  private Pem() {}

  /// The chain in a file, the server's own certificate first.
  static List<X509Certificate> chain(Path file) {
    return chain(file.toString(), TextFile.read(file, StandardCharsets.ISO_8859_1));
  }

  /// @param from where the text comes from
  static List<X509Certificate> chain(String from, String text) {
    if (!text.contains(CERTIFICATE)) {
      throw new IllegalArgumentException(from + " has no certificate in it (" + CERTIFICATE + ")");
    }
    try {
      var factory = CertificateFactory.getInstance("X.509");
      var chain = new ArrayList<X509Certificate>();
      for (var block = CERTIFICATES.matcher(text); block.find(); ) {
        var pem = new ByteArrayInputStream(block.group().getBytes(StandardCharsets.US_ASCII));
        chain.add((X509Certificate) factory.generateCertificate(pem));
      }
      return chain;
    } catch (CertificateException e) {
      throw new IllegalArgumentException(from + " is no certificate that can be read", e);
    }
  }

  /// The private key in a file: PKCS#8, or the older forms of OpenSSL (SEC 1, PKCS#1).
  static PrivateKey key(Path file) {
    return key(file.toString(), TextFile.read(file, StandardCharsets.ISO_8859_1));
  }

  /// @param from where the text comes from
  static PrivateKey key(String from, String text) {
    try {
      var modern = PKCS8.matcher(text);
      var encoded = modern.find() ? Optional.of(decoded(modern.group(1))) : olderKey(text);
      return key(
          encoded.orElseThrow(() ->
              new IllegalArgumentException(
                  from + " has no private key in it that can be read without a password")));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(from + " is no private key that can be read", e);
    }
  }

  private static byte[] decoded(String base64) throws IOException {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IOException(e);
    }
  }

  // Only for these Bouncy Castle is loaded, which takes its time.
  private static Optional<byte[]> olderKey(String text) throws IOException {
    try (var parser = new PEMParser(new StringReader(text))) {
      for (var found = parser.readObject(); found != null; found = parser.readObject()) {
        if (found instanceof PEMKeyPair pair) {
          return Optional.of(pair.getPrivateKeyInfo().getEncoded());
        }
      }
      return Optional.empty();
    }
  }

  private static PrivateKey key(byte[] encoded) throws GeneralSecurityException {
    var spec = new PKCS8EncodedKeySpec(encoded);
    InvalidKeySpecException last = null;
    for (var algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (InvalidKeySpecException e) {
        last = e; // a key of another algorithm
      }
    }
    throw Objects.requireNonNull(last);
  }
}
