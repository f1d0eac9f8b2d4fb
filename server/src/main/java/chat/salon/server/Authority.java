package chat.salon.server;

import chat.salon.cluster.NodeAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Who signs the certificates of a network's nodes, and of nobody else.
record Authority(X509Certificate certificate, PrivateKey key) {
  static final Duration LIFE = Duration.ofDays(3650);
  static final Duration NODE_LIFE = Duration.ofDays(1095);

  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  /// A new one, of a name that no other has.
  static Authority make(Instant now) {
    try {
      var pair = Certificates.pair();
      var serial = Certificates.serial();
      var name = named("Salon authority " + serial.toString(16).substring(0, 8));
      var builder =
          new JcaX509v3CertificateBuilder(
              name,
              serial,
              Date.from(now.minus(CLOCKS_DIFFER)),
              Date.from(now.plus(LIFE)),
              name,
              pair.getPublic());
      builder
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
          .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
      return new Authority(signed(builder, pair.getPrivate()), pair.getPrivate());
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("cannot make an authority", e);
    }
  }

  /// @throws IllegalArgumentException what is wrong with the file
  static Authority read(Path file) {
    var identity = Identity.read(file, file);
    return new Authority(identity.certificate(), identity.key());
  }

  /// A new key for a node, and the certificate that it is for this address: good for as long as is
  /// usual, but not for longer than this authority.
  Identity issue(NodeAddress node, Instant now) {
    return issue(node, now, NODE_LIFE);
  }

  Identity issue(NodeAddress node, Instant now, Duration life) {
    try {
      var pair = Certificates.pair();
      var builder =
          new JcaX509v3CertificateBuilder(
              X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
              Certificates.serial(),
              Date.from(now.minus(CLOCKS_DIFFER)),
              Date.from(earlier(now.plus(life), identity().expiry())),
              named(node.name()),
              pair.getPublic());
      builder
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
          .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
          .addExtension(Extension.extendedKeyUsage, false, bothSides())
          .addExtension(Extension.subjectAlternativeName, false, names(node));
      return new Identity(List.of(signed(builder, key)), pair.getPrivate());
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("cannot make a certificate", e);
    }
  }

  boolean hasSigned(X509Certificate other) {
    return hasSigned(certificate, other);
  }

  static boolean hasSigned(X509Certificate authority, X509Certificate other) {
    try {
      other.verify(authority.getPublicKey());
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  Identity identity() {
    return new Identity(List.of(certificate), key);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey by)
      throws GeneralSecurityException, OperatorCreationException {
    var signer = new JcaContentSignerBuilder(Certificates.SIGNATURE).build(by);
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  private static X500Name named(String name) {
    return new X500NameBuilder().addRDN(BCStyle.CN, name).build();
  }

  private static ExtendedKeyUsage bothSides() {
    return new ExtendedKeyUsage(
        new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth});
  }

  private static GeneralNames names(NodeAddress node) {
    int kind = Endpoint.isAddress(node.host()) ? GeneralName.iPAddress : GeneralName.dNSName;
    return new GeneralNames(
        new GeneralName[] {
          new GeneralName(kind, node.host()),
          new GeneralName(GeneralName.uniformResourceIdentifier, node.uri())
        });
  }

  @Override
  public String toString() {
    return "Authority[" + certificate.getSubjectX500Principal() + "]";
  }
}
