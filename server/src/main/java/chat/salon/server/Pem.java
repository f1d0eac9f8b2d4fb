package chat.salon.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;

/// Reads certificates and private keys as the world writes them. What is wrong with a file is an
/// [IllegalArgumentException] that names it.
final class Pem {
  private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";

  private Pem() {}

  /// The chain in a file, the server's own certificate first.
  static List<X509Certificate> chain(Path file) {
    var text = read(file);
    if (!text.contains(CERTIFICATE)) {
      throw new IllegalArgumentException(file + " has no certificate in it (" + CERTIFICATE + ")");
    }
    // Some tools write explanations between the certificates.
    var pem = text.substring(text.indexOf(CERTIFICATE)).getBytes(StandardCharsets.US_ASCII);
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(pem))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException e) {
      throw new IllegalArgumentException(file + " is no certificate that can be read", e);
    }
  }

  /// The private key in a file: PKCS#8, or the older forms of OpenSSL (SEC 1, PKCS#1).
  static PrivateKey key(Path file) {
    try (var parser = new PEMParser(new StringReader(read(file)))) {
      for (var found = parser.readObject(); found != null; found = parser.readObject()) {
        switch (found) {
          case PrivateKeyInfo info -> {
            return key(info);
          }
          case PEMKeyPair pair -> {
            return key(pair.getPrivateKeyInfo());
          }
          default -> {} // such as the parameters of the curve, which OpenSSL puts first
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(file + " is no private key that can be read", e);
    }
    throw new IllegalArgumentException(
        file + " has no private key in it that can be read without a password");
  }

  private static PrivateKey key(PrivateKeyInfo info) throws IOException, GeneralSecurityException {
    var algorithm =
        switch (info.getPrivateKeyAlgorithm().getAlgorithm().getId()) {
          case "1.2.840.10045.2.1" -> "EC";
          case "1.2.840.113549.1.1.1" -> "RSA";
          default -> "EdDSA";
        };
    return KeyFactory.getInstance(algorithm)
        .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(file + " does not exist", e);
    } catch (AccessDeniedException e) {
      throw new IllegalArgumentException(file + " may not be read by this user", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
