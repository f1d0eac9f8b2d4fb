package chat.salon.cluster;

import chat.salon.cluster.Settings.Endpoint;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.apache.pekko.remote.artery.tcp.SSLEngineProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;

/// The TLS between nodes: 1.3 only, both sides show a certificate, and who cannot show that it is
/// the right node is refused. Who calls another node insists on the very one of that address
/// ([NodeAddress]); who is called takes any node of the network, as it learns nothing else about
/// the caller. Any thread.
///
/// The keys are asked for at each connection, so that others take effect while the node runs.
public final class NodeTls implements SSLEngineProvider {
  private static final Logger LOG = LoggerFactory.getLogger(NodeTls.class);

  private static final String[] PROTOCOLS = {"TLSv1.3"};
  private static final String[] SUITES = {
    "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"
  };
  private static final char[] NO_PASSWORD = {};

  private final Supplier<NodeKeys> keys;

  /// @param keys gives the ones that hold now; must not wait for long
  public NodeTls(Supplier<NodeKeys> keys) {
    this.keys = keys;
  }

  /// For a node that calls this one.
  @Override
  public SSLEngine createServerSSLEngine(String host, int port) {
    var engine = engine(host, port);
    engine.setUseClientMode(false);
    engine.setNeedClientAuth(true);
    return engine;
  }

  /// For calling the node at this address.
  @Override
  public SSLEngine createClientSSLEngine(String host, int port) {
    var engine = engine(host, port);
    engine.setUseClientMode(true);
    var parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the certificate is for this host
    engine.setSSLParameters(parameters);
    return engine;
  }

  /// Calls the node at this place, only to see whether it answers with a key of this network.
  ///
  /// @throws IOException it does not
  void greet(Socket socket, Endpoint place) throws IOException {
    var sockets = context(keys.get()).getSocketFactory();
    try (var secure = (SSLSocket) sockets.createSocket(socket, place.host(), place.port(), false)) {
      secure.setEnabledProtocols(PROTOCOLS);
      secure.setEnabledCipherSuites(SUITES);
      secure.startHandshake();
    }
  }

  /// Whether who answered is the node that was called.
  @Override
  public Option<Throwable> verifyClientSession(String host, SSLSession session) {
    return judged(() -> {
      var peer = peer(session);
      if (!peer.isAt(session.getPeerHost(), session.getPeerPort())) {
        throw new SSLPeerUnverifiedException(
            "called " + session.getPeerHost() + ":" + session.getPeerPort() + ", and got " + peer);
      }
    });
  }

  /// Whether who calls is a node of this network, and another one.
  @Override
  public Option<Throwable> verifyServerSession(String host, SSLSession session) {
    return judged(() -> {
      var peer = peer(session);
      if (certificate(session).equals(keys.get().own())) {
        throw new SSLPeerUnverifiedException(
            "another machine uses the key of this node, "
                + peer
                + ": was it copied, or its line"
                + " for joining used twice? Give it a key of its own (salon cluster invite)");
      }
    });
  }

  private interface Judgement {
    void pass() throws SSLPeerUnverifiedException;
  }

  private static Option<Throwable> judged(Judgement judgement) {
    try {
      judgement.pass();
      return Option.empty();
    } catch (SSLPeerUnverifiedException e) {
      LOG.warn("A node is refused: {}", e.getMessage());
      return Option.apply(e);
    }
  }

  private static NodeAddress peer(SSLSession session) throws SSLPeerUnverifiedException {
    var certificate = certificate(session);
    return NodeAddress.of(certificate)
        .orElseThrow(() ->
            new SSLPeerUnverifiedException(
                "the certificate of "
                    + certificate.getSubjectX500Principal()
                    + " is for no node: it has no name salon://HOST:PORT/NAME"));
  }

  private static X509Certificate certificate(SSLSession session) throws SSLPeerUnverifiedException {
    return (X509Certificate) session.getPeerCertificates()[0];
  }

  // A context each: no session is resumed, so each connection has its certificates looked at.
  private SSLEngine engine(String host, int port) {
    var engine = context(keys.get()).createSSLEngine(host, port);
    engine.setEnabledProtocols(PROTOCOLS);
    engine.setEnabledCipherSuites(SUITES);
    return engine;
  }

  private static SSLContext context(NodeKeys keys) {
    try {
      var own = store();
      own.setKeyEntry(
          "node", keys.key(), NO_PASSWORD, keys.chain().toArray(X509Certificate[]::new));
      var known = store();
      for (var authority : keys.trusted()) {
        known.setCertificateEntry("authority " + known.size(), authority);
      }
      var managers = KeyManagerFactory.getInstance("PKIX");
      managers.init(own, NO_PASSWORD);
      var trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(known);
      var context = SSLContext.getInstance("TLSv1.3");
      context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot set up TLS between nodes", e);
    }
  }

  private static KeyStore store() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }
}
