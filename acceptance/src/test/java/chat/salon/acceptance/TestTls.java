package chat.salon.acceptance;

import chat.salon.web.WebTls;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// TLS between a server and clients under test: one certificate for all of them, and clients that
/// trust any.
public final class TestTls {
  private static final class Server {
    static final WebTls.Identity IDENTITY = identity();
    static final SslContext CONTEXT = make(IDENTITY);
  }

  private TestTls() {}

  static SslContext serverContext() {
    return Server.CONTEXT;
  }

  static WebTls forWeb() {
    return new WebTls(
        () -> Server.IDENTITY, List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384"));
  }

  private static SslContext make(WebTls.Identity identity) {
    try {
      return SslContextBuilder.forServer(identity.key(), identity.chain())
          .sslProvider(SslProvider.JDK)
          .trustManager(InsecureTrustManagerFactory.INSTANCE)
          .clientAuth(ClientAuth.OPTIONAL)
          .build();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A certificate that nobody else has, with its key.
  static WebTls.Identity identity() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      return new WebTls.Identity(List.of(certify(pair, "SHA256withECDSA")), pair.getPrivate());
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The same for programs that know no newer keys.
  public static WebTls.Identity rsa() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      var pair = generator.generateKeyPair();
      return new WebTls.Identity(List.of(certify(pair, "SHA256withRSA")), pair.getPrivate());
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate certify(KeyPair pair, String algorithm)
      throws OperatorCreationException, GeneralSecurityException {
    var name = new X500Name("CN=" + TestSalon.NAME);
    var now = Instant.now();
    var certificate =
        new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(1))),
                name,
                pair.getPublic())
            .build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate()));
    return new JcaX509CertificateConverter().getCertificate(certificate);
  }

  /// Of a client that trusts any server.
  static SSLContext trusting() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new TrustsAnybody()}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A TLS connection whose handshake is done.
  static SSLSocket connect(InetAddress address, int port) {
    return connect(trusting(), address, port);
  }

  /// The same of a client that shows a certificate.
  static SSLSocket connect(WebTls.Identity shown, InetAddress address, int port) {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "client", shown.key(), new char[0], shown.chain().toArray(X509Certificate[]::new));
      var keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, new char[0]);
      var context = SSLContext.getInstance("TLS");
      context.init(
          keys.getKeyManagers(), new TrustManager[] {new TrustsAnybody()}, new SecureRandom());
      return connect(context, address, port);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SSLSocket connect(SSLContext context, InetAddress address, int port) {
    try {
      var plain = new Socket(address, port);
      plain.setSoTimeout(IrcClient.PATIENCE_MILLIS);
      var socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, TestSalon.NAME, port, true);
      socket.startHandshake();
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Of names too, which a plain trust manager has no say in.
  private static final class TrustsAnybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
