package chat.salon.server;

import chat.salon.web.WebTls;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The TLS of new connections: 1.2 and 1.3, with forward secrecy and authenticated encryption only.
/// Follows its files: when they change, connections from then on get the new certificate, and those
/// that are there keep theirs. Any thread may ask; one thread at a time refreshes.
final class Tls implements Supplier<SslContext> {
  private static final Logger LOG = LoggerFactory.getLogger(Tls.class);

  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
  private static final char[] NO_PASSWORD = {};

  private static final List<String> SUITES =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  private volatile Current current;

  /// @param seen how the files looked when they were read
  private record Current(
      Path certificate, Path key, String seen, Identity identity, SslContext context) {}

  /// @throws IllegalArgumentException what is wrong with the files
  Tls(Path certificate, Path key) {
    current = load(certificate, key);
  }

  @Override
  public SslContext get() {
    return current.context();
  }

  Identity identity() {
    return current.identity();
  }

  /// The same for the web door.
  WebTls forWeb() {
    return new WebTls(() -> new WebTls.Identity(identity().chain(), identity().key()), SUITES);
  }

  /// Reads other files from now on.
  ///
  /// @throws IllegalArgumentException what is wrong with them; the old ones stay
  void use(Path certificate, Path key) {
    current = load(certificate, key);
  }

  /// Reads the files again if they have changed. What is wrong with them is logged once, and the
  /// old certificate stays.
  void refresh() {
    var old = current;
    var now = Look.at(old.certificate(), old.key());
    if (now.equals(old.seen())) {
      return;
    }
    try {
      current = load(old.certificate(), old.key());
      LOG.info(
          "New connections get the new certificate {}, good until {}",
          identity().fingerprint(),
          identity().expiry());
    } catch (IllegalArgumentException e) {
      current = new Current(old.certificate(), old.key(), now, old.identity(), old.context());
      LOG.warn("The certificate stays as it was: {}", e.getMessage());
    }
  }

  private static Current load(Path certificate, Path key) {
    var seen = Look.at(certificate, key); // before they are read: a change in between is seen later
    var identity = Identity.read(certificate, key);
    try {
      return new Current(certificate, key, seen, identity, context(identity));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          certificate + " and " + key + " cannot be used for TLS: " + e.getMessage(), e);
    }
  }

  // Not by Netty's builder, which loads all of Bouncy Castle and a key store of its own first.
  private static SslContext context(Identity identity)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    store.setKeyEntry(
        "salon", identity.key(), NO_PASSWORD, identity.chain().toArray(X509Certificate[]::new));
    var keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, NO_PASSWORD);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), new TrustManager[] {new AnyClient()}, null);
    return new JdkSslContext(
        context,
        false,
        SUITES,
        IdentityCipherSuiteFilter.INSTANCE,
        ApplicationProtocolConfig.DISABLED,
        ClientAuth.OPTIONAL,
        PROTOCOLS,
        false);
  }
}
