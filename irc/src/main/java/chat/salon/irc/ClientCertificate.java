package chat.salon.irc;

import chat.salon.core.account.Fingerprint;
import java.security.cert.CertificateEncodingException;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/// The certificate that a client has shown. Who signed it does not matter: the handshake has proved
/// that the client has its key, and an account knows it by its fingerprint.
final class ClientCertificate {
  private ClientCertificate() {}

  /// Of a handshake that is done; empty for a client that has shown none.
  static Optional<Fingerprint> of(SSLSession tls) {
    try {
      return Optional.of(Fingerprint.of(tls.getPeerCertificates()[0].getEncoded()));
    } catch (SSLPeerUnverifiedException | CertificateEncodingException _) {
      return Optional.empty();
    }
  }
}
