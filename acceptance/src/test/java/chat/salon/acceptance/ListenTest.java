package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Where the server is reached, and what may be said there.
class ListenTest {

  @Test
  void one_listener_takes_ipv4_and_ipv6() throws Exception {
    assumeTrue(hasIpv6(), "this machine has no IPv6");
    try (var salon = TestSalon.start("#tea")) {
      var alice = salon.dial(InetAddress.ofLiteral("127.0.0.1")).register("alice").join("#tea");
      var bob = salon.dial(InetAddress.ofLiteral("::1")).register("bob").join("#tea");
      alice.expect(":bob!~u@… JOIN #tea");
      bob.ask("PRIVMSG #tea :from the other side");
      alice.expect(":bob PRIVMSG #tea :from the other side");
      assertThat(alice.answer("WHOIS bob").getFirst().param(3)).doesNotStartWith(":");
    }
  }

  @Test
  void tls_is_spoken_and_shown() {
    try (var salon = TestSalon.start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.dialTls().register("bob").join("#tea");
      alice.expect(":bob JOIN #tea");
      bob.ask("PRIVMSG #tea :☕");
      alice.expect(":bob PRIVMSG #tea :☕");
      assertThat(alice.answer("WHOIS bob")).anyMatch(line -> line.command().equals("671"));
      bob.send("QUIT");
      bob.expectEnd("ERROR …");
      alice.expect(":bob QUIT …");
    }
  }

  @Test
  void passwords_are_not_taken_where_others_may_listen() {
    var address = ownAddress(Inet4Address.class::isInstance);
    assumeTrue(address.isPresent(), "this machine has no address but loopback: nothing is tested");
    try (var salon = TestSalon.start()) {
      salon.account("alice");
      var client = salon.dial(address.get());
      client.send("CAP LS 302", "CAP REQ :sasl");
      assertThat(client.until("CAP * NAK :sasl"))
          .filteredOn(line -> line.param(1).equals("LS"))
          .flatExtracting(line -> List.of(line.params().getLast().split(" ")))
          .isNotEmpty()
          .noneMatch(cap -> cap.startsWith("sasl"));
      client.send("AUTHENTICATE PLAIN");
      assertThat(client.next().command()).isNotEqualTo("AUTHENTICATE");
      client.register("bob", "standard-replies");
      client.send("REGISTER * * " + TestSalon.PASSWORD);
      assertThat(client.next().command()).isEqualTo("FAIL");
      client.send("PRIVMSG NickServ :IDENTIFY alice " + TestSalon.PASSWORD);
      client.ping();
      assertThat(client.answer("WHOIS bob")).noneMatch(line -> line.command().equals("330"));
    }
  }

  @Test
  void unless_the_configuration_says_so() {
    var address = ownAddress(Inet4Address.class::isInstance);
    assumeTrue(address.isPresent(), "this machine has no address but loopback: nothing is tested");
    try (var salon = TestSalon.with("irc.plain_passwords", true).start()) {
      salon.account("alice");
      var client = salon.dial(address.get());
      client.logIn("alice", TestSalon.PASSWORD);
      assertThat(client.answer("WHOIS alice")).anyMatch(line -> line.command().equals("330"));
    }
  }

  @Test
  void addresses_are_hidden_unless_one_asks_otherwise() {
    try (var salon = TestSalon.with("irc.cloak", true).start("#tea")) {
      var alice = salon.joined("alice");
      salon.joined("bob");
      var mask = alice.expect(":bob JOIN #tea").source();
      assertThat(mask).doesNotContain("127.0.0.1").endsWith(".cloak");
      assertThat(alice.answer("WHOIS bob").toString()).doesNotContain("127.0.0.1");
      assertThat(alice.answer("WHO bob").toString()).doesNotContain("127.0.0.1");
      assertThat(alice.answer("USERHOST bob").toString()).doesNotContain("127.0.0.1");
    }
  }

  private static boolean hasIpv6() {
    return ownAddress(Inet6Address.class::isInstance).isPresent() || canBindIpv6Loopback();
  }

  private static boolean canBindIpv6Loopback() {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
      return socket.isBound();
    } catch (IOException _) {
      return false;
    }
  }

  private static Optional<InetAddress> ownAddress(Predicate<InetAddress> kind) {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
          .filter(kind)
          .findFirst();
    } catch (SocketException e) {
      return Optional.empty();
    }
  }
}
