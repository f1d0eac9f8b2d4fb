package chat.salon.server;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// How the server proves over TLS that it is itself: a certificate with its chain, and the key that
/// belongs to it.
///
/// @param chain the server's own certificate first
record Identity(List<X509Certificate> chain, PrivateKey key) {
  private static final byte[] SAMPLE = {1, 2, 3};

  Identity {
    chain = List.copyOf(chain);
  }

  /// @throws IllegalArgumentException what is wrong with the files
  static Identity read(Path certificate, Path key) {
    return checked(
        new Identity(Pem.chain(certificate), Pem.key(key)),
        key + " is not the key of the certificate " + certificate);
  }

  /// The same from one text that has both.
  ///
  /// @param from where the text comes from
  /// @throws IllegalArgumentException what is wrong with it
  static Identity parse(String from, String pem) {
    return checked(
        new Identity(Pem.chain(from, pem), Pem.key(from, pem)),
        from + " has a key and a certificate that are no pair");
  }

  private static Identity checked(Identity identity, String otherwise) {
    if (!identity.isPair()) {
      throw new IllegalArgumentException(otherwise);
    }
    return identity;
  }

  X509Certificate certificate() {
    return chain.getFirst();
  }

  Instant expiry() {
    return certificate().getNotAfter().toInstant();
  }

  /// SHA-256 of the certificate, in hexadecimal with colons: what clients pin.
  String fingerprint() {
    return fingerprint(certificate());
  }

  static String fingerprint(X509Certificate certificate) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no SHA-256", e);
    }
  }

  private boolean isPair() {
    var algorithm = algorithm(certificate().getPublicKey());
    try {
      var signer = Signature.getInstance(algorithm);
      signer.initSign(key);
      signer.update(SAMPLE);
      var signature = signer.sign();
      signer.initVerify(certificate().getPublicKey());
      signer.update(SAMPLE);
      return signer.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // a key of another kind
    }
  }

  private static String algorithm(PublicKey key) {
    return switch (key) {
      case ECKey _ -> "SHA256withECDSA";
      case RSAKey _ -> "SHA256withRSA";
      default -> "EdDSA";
    };
  }

  @Override
  public String toString() {
    return "Identity[" + fingerprint() + "]";
  }
}
