package chat.salon.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.salon.cluster.NodeAddress;
import chat.salon.cluster.NodeKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/// Who may speak to a node over its port, and whom a node speaks to: real links of the engine, and
/// sockets that try to be one.
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class NodeTlsTest {
  private static final int PATIENCE_MILLIS = 60_000;
  private static Instant now;
  private static Authority authority;
  private static Authority stranger;

  private static NodeKeys keysOfA;
  private static NodeSystem a;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    now = Instant.now();
    authority = Authority.make(now);
    stranger = Authority.make(now);
    int port = NodeSystem.freePort();
    keysOfA = keys(node("a", port), authority);
    a = new NodeSystem("a", port, () -> keysOfA);
  }

  @AfterAll
  static void stop() {
    a.close();
  }

  // ---- Nodes that belong together ----

  @Test
  void nodes_of_one_network_talk_both_ways() throws Exception {
    int port = NodeSystem.freePort();
    var keys = keys(node("b", port), authority);
    try (var b = new NodeSystem("b", port, () -> keys)) {
      assertThat(b.answer(a.port(), "hello")).isEqualTo("a: hello");
      assertThat(a.answer(b.port(), "hello")).isEqualTo("b: hello");
    }
  }

  @Test
  void the_authority_changes_while_links_are_up_and_new_ones_are_made() throws Exception {
    int[] ports = {NodeSystem.freePort(), NodeSystem.freePort(), NodeSystem.freePort()};
    var first = new KeyFolder(folder.resolve("first"));
    var second = new KeyFolder(folder.resolve("second"));
    var third = new KeyFolder(folder.resolve("third"));
    var signer = new Signer(first, () -> now);
    signer.init(node("first", ports[0]));
    new Joiner(second).accept(invitation(signer, "second", ports[1]));
    var old = first.signing().certificate();

    try (var one = new NodeSystem("first", ports[0], new WatchedKeys(first));
        var two = new NodeSystem("second", ports[1], new WatchedKeys(second))) {
      assertThat(two.answer(one.port(), "before")).isEqualTo("first: before");

      new Joiner(second).trust(Trust.decode(signer.rotate()));
      signer.renew(node("first", ports[0]));
      new Joiner(second).accept(invitation(signer, "second", ports[1]));
      for (var each : List.of(first, second)) {
        new Joiner(each).forget(Identity.fingerprint(old));
      }
      assertThat(two.answer(one.port(), "meanwhile")).isEqualTo("first: meanwhile");

      new Joiner(third).accept(invitation(signer, "third", ports[2]));
      assertThat(third.trusted()).doesNotContain(old);
      try (var three = new NodeSystem("third", ports[2], new WatchedKeys(third))) {
        assertThat(three.answer(one.port(), "after")).isEqualTo("first: after");
        assertThat(two.answer(three.port(), "after")).isEqualTo("third: after");
      }
    }
  }

  private static Invitation invitation(Signer signer, String name, int port) {
    var luggage = new Signer.Luggage(Duration.ofDays(1), List.of(), "");
    return Invitation.decode(signer.invite(List.of(node(name, port)), luggage).getFirst(), now);
  }

  // ---- Who calls ----

  @Test
  void who_has_a_key_of_another_authority_is_refused() {
    assertRefused(keys(node("b", 1), stranger), "TLSv1.3");
  }

  @Test
  void who_has_an_expired_key_is_refused() {
    assertRefused(expired(node("b", 1)), "TLSv1.3");
  }

  @Test
  void who_has_no_key_is_refused() {
    assertRefused(null, "TLSv1.3");
  }

  @Test
  void who_has_the_key_of_something_else_than_a_node_is_refused() {
    var identity = authority.identity();
    assertRefused(new NodeKeys(identity.key(), identity.chain(), trusted()), "TLSv1.3");
  }

  @Test
  void who_has_a_copy_of_the_nodes_own_key_is_refused() {
    assertRefused(keysOfA, "TLSv1.3");
  }

  @Test
  void who_speaks_an_older_tls_is_refused() {
    assertRefused(keys(node("b", 1), authority), "TLSv1.2");
  }

  @Test
  void who_speaks_without_tls_is_cut_off() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), a.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write("AKKA\1 and more of what is no TLS\r\n".getBytes(US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
          .as("a TLS alert at most")
          .hasSizeLessThan(16);
    }
  }

  /// Calls the node: its handshake fails, or it hangs up without a word.
  private static void assertRefused(@Nullable NodeKeys caller, String protocol) {
    try (var socket =
        (SSLSocket)
            context(caller)
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), a.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setEnabledProtocols(new String[] {protocol});
      socket.startHandshake();
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    } catch (SSLException _) {
      // told by an alert
    } catch (SocketTimeoutException e) {
      throw new AssertionError("it was let in", e);
    } catch (SocketException _) {
      // cut off in the middle
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  // ---- Who is called ----

  @Test
  void the_node_that_was_called_is_spoken_to() throws Exception {
    try (var answering = new Answering()) {
      assertThat(answering.heardBy(keys(node("b", answering.port()), authority))).contains("AKKA");
    }
  }

  @Test
  void another_node_of_the_network_is_told_nothing() throws Exception {
    try (var answering = new Answering()) {
      assertThat(answering.heardBy(keys(node("c", answering.port() ^ 1), authority))).isEmpty();
    }
  }

  @Test
  void a_node_of_another_machine_is_told_nothing() throws Exception {
    try (var answering = new Answering()) {
      var elsewhere = new NodeAddress("127.0.0.2", answering.port(), "c");
      assertThat(answering.heardBy(keys(elsewhere, authority))).isEmpty();
    }
  }

  @Test
  void who_answers_with_a_key_of_another_authority_is_told_nothing() throws Exception {
    try (var answering = new Answering()) {
      assertThat(answering.heardBy(keys(node("b", answering.port()), stranger))).isEmpty();
    }
  }

  @Test
  void who_answers_with_an_expired_key_is_told_nothing() throws Exception {
    try (var answering = new Answering()) {
      assertThat(answering.heardBy(expired(node("b", answering.port())))).isEmpty();
    }
  }

  /// A port that the node is made to call.
  private static final class Answering implements AutoCloseable {
    private final ServerSocket server;

    Answering() throws IOException {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      server.setSoTimeout(PATIENCE_MILLIS);
    }

    int port() {
      return server.getLocalPort();
    }

    /// The first four bytes that the node says to who has these keys; empty if it says nothing.
    Optional<String> heardBy(NodeKeys keys) throws Exception {
      a.ask(port(), "hello");
      try (var plain = server.accept();
          var socket =
              (SSLSocket) context(keys).getSocketFactory().createSocket(plain, null, true)) {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setUseClientMode(false);
        socket.setNeedClientAuth(true);
        var bytes = socket.getInputStream().readNBytes(4);
        return bytes.length == 0 ? Optional.empty() : Optional.of(new String(bytes, US_ASCII));
      } catch (SSLException | SocketException _) {
        return Optional.empty();
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }

  // ---- Certificates ----

  @Test
  void a_certificate_names_its_node_whatever_kind_of_address_that_has() {
    for (var host : List.of("127.0.0.1", "::1", "salon-0.salon-nodes.chat.svc.cluster.local")) {
      var node = new NodeAddress(host, 6690, "salon-0");
      assertThat(NodeAddress.of(authority.issue(node, now).certificate())).contains(node);
    }
    assertThat(NodeAddress.of(authority.certificate())).isEmpty();
  }

  @Test
  void no_certificate_is_made_for_what_is_no_host() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> authority.issue(new NodeAddress("not a host", 6690, "b"), now));
  }

  @Test
  void a_node_has_no_longer_life_than_its_authority() {
    var late = now.plus(Authority.LIFE).minus(Duration.ofDays(1));
    assertThat(authority.issue(node("b", 1), late).expiry())
        .isEqualTo(authority.identity().expiry());
  }

  private static NodeAddress node(String name, int port) {
    return new NodeAddress("127.0.0.1", port, name);
  }

  private static NodeKeys keys(NodeAddress node, Authority by) {
    return keys(by.issue(node, now));
  }

  private static NodeKeys expired(NodeAddress node) {
    var yesterday = now.minus(Duration.ofDays(1));
    return keys(authority.issue(node, yesterday, Duration.ofHours(1)));
  }

  private static NodeKeys keys(Identity identity) {
    return new NodeKeys(identity.key(), identity.chain(), trusted());
  }

  private static List<X509Certificate> trusted() {
    return List.of(authority.certificate());
  }

  private static SSLContext context(@Nullable NodeKeys keys) throws Exception {
    var own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    if (keys != null) {
      own.setKeyEntry(
          "node", keys.key(), new char[0], keys.chain().toArray(X509Certificate[]::new));
    }
    var known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    known.setCertificateEntry("authority", authority.certificate());
    var managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(own, new char[0]);
    var trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(known);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
