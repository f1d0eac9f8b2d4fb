package chat.salon.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
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

/// Makes the certificate of a server that was given none: ECDSA on P-256, for the names and
/// addresses of this machine. Clients pin it, so it lasts for ten years.
///
/// @param certificate in PEM
/// @param key in PEM
record SelfSigned(String certificate, String key) {
  private static final Duration LIFE = Duration.ofDays(3650);
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  static SelfSigned make(String name, Instant now) {
    try {
      var pair = Certificates.pair();
      return new SelfSigned(
          Certificates.pem(certify(pair, name, now)), Certificates.pem(pair.getPrivate()));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("cannot make a certificate", e);
    }
  }

  /// Writes both files, each whole or not at all; the key first, so that a certificate always has
  /// its key.
  ///
  /// @throws StartException they cannot be written
  void write(Path certificateFile, Path keyFile) {
    try {
      SafeFile.write(keyFile, key, true);
      SafeFile.write(certificateFile, certificate, false);
    } catch (IOException e) {
      throw new StartException("the new certificate cannot be written: " + e, e);
    }
  }

  @Override
  public String toString() {
    return "SelfSigned[…]";
  }

  private static X509Certificate certify(KeyPair pair, String name, Instant now)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    var subject = new X500NameBuilder().addRDN(BCStyle.CN, name).build();
    var holder =
        new JcaX509v3CertificateBuilder(
                subject,
                Certificates.serial(),
                Date.from(now.minus(CLOCKS_DIFFER)),
                Date.from(now.plus(LIFE)),
                subject,
                pair.getPublic())
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
            .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
            .addExtension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
            .addExtension(Extension.subjectAlternativeName, false, names(name))
            .build(new JcaContentSignerBuilder(Certificates.SIGNATURE).build(pair.getPrivate()));
    return new JcaX509CertificateConverter().getCertificate(holder);
  }

  private static GeneralNames names(String name) throws SocketException {
    var hosts = new LinkedHashSet<>(Set.of(name, "localhost"));
    var own = ServerName.orOfMachine("");
    hosts.add(own);
    return new GeneralNames(
        Stream.concat(
                hosts.stream().map(host -> new GeneralName(GeneralName.dNSName, host)),
                NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLinkLocalAddress())
                    .map(InetAddress::getHostAddress)
                    .map(address -> new GeneralName(GeneralName.iPAddress, plain(address))))
            .toArray(GeneralName[]::new));
  }

  private static String plain(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }
}
