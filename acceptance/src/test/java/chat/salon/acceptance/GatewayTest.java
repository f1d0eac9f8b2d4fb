package chat.salon.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.acceptance.TestSalon.Setup;
import chat.salon.irc.arrival.ProxySettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Gateways that say by the PROXY protocol for whom they connect.
class GatewayTest {
  private static final byte[] SIGNATURE = HexFormat.of().parseHex("0d0a0d0a000d0a515549540a");
  private static final int TLS_BY_CLIENT = 1;

  private static Setup trusting(String... ranges) {
    return TestSalon.with("proxy.trusted", List.of(ranges));
  }

  private static TestSalon start() {
    return trusting("127.0.0.0/8", "::1").start();
  }

  private static void expectAddress(IrcClient client, String nick, String address) {
    client.send("WHOIS " + nick);
    var lines = client.until("318 " + nick + " " + nick + " …");
    assertThat(lines)
        .anyMatch(line -> line.command().equals("338") && line.param(3).equals(address));
  }

  /// Version 2, PROXY over TCP.
  private static byte[] header(String source, byte... tlvs) throws IOException {
    var from = InetAddress.ofLiteral(source).getAddress();
    var bytes = new ByteArrayOutputStream();
    bytes.write(SIGNATURE);
    bytes.write(0x21);
    bytes.write(from.length == 4 ? 0x11 : 0x21);
    int length = 2 * from.length + 4 + tlvs.length;
    bytes.write(new byte[] {(byte) (length >> 8), (byte) length});
    bytes.write(from);
    bytes.write(new byte[from.length]);
    bytes.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0x1a, 0x0b});
    bytes.write(tlvs);
    return bytes.toByteArray();
  }

  private static byte[] withTls() {
    return new byte[] {0x20, 0, 5, TLS_BY_CLIENT, 0, 0, 0, 0};
  }

  @ParameterizedTest
  @ValueSource(strings = {"TCP4 192.0.2.7 127.0.0.1", "TCP6 2001:db8::7 ::1"})
  void a_header_of_version_1_says_who_connects(String addresses) {
    try (var salon = start()) {
      var client = salon.dial().send("PROXY " + addresses + " 65533 6667");
      client.register("bob");
      expectAddress(client, "bob", InetAddress.ofLiteral(addresses.split(" ")[1]).getHostAddress());
    }
  }

  @Test
  void a_header_may_come_byte_by_byte() {
    try (var salon = start()) {
      var client = salon.dial();
      for (byte one : "PROXY TCP4 192.0.2.7 127.0.0.1 65533 6667\r\n".getBytes(US_ASCII)) {
        client.write(one);
      }
      client.register("bob");
      expectAddress(client, "bob", "192.0.2.7");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.7", "2001:db8:0:0:0:0:0:7"})
  void a_header_of_version_2_says_who_connects(String address) throws IOException {
    try (var salon = start()) {
      var client = salon.dial().write(header(address)).register("bob");
      expectAddress(client, "bob", address);
    }
  }

  @Test
  void tls_begins_behind_the_header() throws IOException {
    try (var salon = start()) {
      var raw = salon.dialRawTls();
      raw.getOutputStream().write(header("192.0.2.7"));
      var tls =
          TestTls.trusting()
              .getSocketFactory()
              .createSocket(raw, TestSalon.NAME, raw.getPort(), true);
      var client = salon.on(tls).register("bob");
      expectAddress(client, "bob", "192.0.2.7");
      client.send("CAP LS 302");
      assertThat(Offered.by(client)).contains("sasl=");
    }
  }

  @Test
  void passwords_are_taken_from_who_speaks_to_the_gateway_by_tls() throws IOException {
    try (var salon = start()) {
      var plain = salon.dial().write(header("192.0.2.7")).send("CAP LS 302");
      assertThat(Offered.by(plain)).doesNotContain("sasl");
      var secure = salon.dial().write(header("192.0.2.7", withTls())).send("CAP LS 302");
      assertThat(Offered.by(secure)).contains("sasl=");
    }
  }

  @Test
  void a_gateway_that_takes_nothing_but_tls_makes_secure() {
    try (var salon = trusting("127.0.0.1").with("proxy.secure", true).start()) {
      var client = salon.dial().send("PROXY TCP4 192.0.2.7 127.0.0.1 1 2", "CAP LS 302");
      assertThat(Offered.by(client)).contains("sasl=");
    }
  }

  @Test
  void a_gateway_may_speak_for_itself() throws IOException {
    try (var salon = start()) {
      var unknown = salon.dial().send("PROXY UNKNOWN").register("bob");
      expectAddress(unknown, "bob", "127.0.0.1");
      var local = new ByteArrayOutputStream();
      local.write(SIGNATURE);
      local.write(new byte[] {0x20, 0, 0, 0});
      expectAddress(salon.dial().write(local.toByteArray()).register("eve"), "eve", "127.0.0.1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PROXY",
        "PROXY TCP4 192.0.2.7",
        "PROXY TCP4 192.0.2.777 127.0.0.1 65533 6667",
        "PROXY TCP4 192.0.2.7 127.0.0.1 65533 66670",
        "PROXY TCP5 192.0.2.7 127.0.0.1 65533 6667",
      })
  void a_header_that_cannot_be_read_ends_the_connection(String header) {
    try (var salon = start()) {
      salon.dial().send(header, "NICK bob", "USER b 0 * :b").expectEnd("ERROR :…PROXY header…");
    }
  }

  @Test
  void a_header_is_required_unless_it_is_not() {
    try (var salon = start()) {
      salon.dial().send("NICK bob").expectEnd("ERROR :…has to send a PROXY header…");
    }
    try (var salon = trusting("127.0.0.1").with("proxy.required", false).start()) {
      var client = salon.dial().register("bob");
      expectAddress(client, "bob", "127.0.0.1");
    }
  }

  @Test
  void a_gateway_that_says_nothing_is_left() {
    try (var salon = trusting("127.0.0.1").with("proxy.header_seconds", 1).start()) {
      salon.dial().expectEnd("ERROR :…no PROXY header in time…");
    }
  }

  @Test
  void nobody_else_is_believed() throws IOException {
    try (var salon = trusting("192.0.2.1").start()) {
      salon
          .dial()
          .send("PROXY TCP4 192.0.2.7 127.0.0.1 65533 6667")
          .expectEnd("ERROR :…configured…");
      salon.dial().write(header("192.0.2.7")).expectEnd("ERROR :…");
      var late = salon.dial().send("NICK bob", "PROXY TCP4 192.0.2.7 127.0.0.1 65533 6667");
      late.send("USER b 0 * :b").until("376 bob …");
      expectAddress(late, "bob", "127.0.0.1");
    }
  }

  @Test
  void those_behind_a_gateway_have_limits_of_their_own() {
    try (var salon = trusting("127.0.0.1").with("irc.connections_per_address", 1).start()) {
      var first = salon.dial().send("PROXY TCP4 192.0.2.7 127.0.0.1 1 2").register("bob");
      salon.dial().send("PROXY TCP4 192.0.2.8 127.0.0.1 1 2").register("eve");
      salon
          .dial()
          .send("PROXY TCP4 192.0.2.7 127.0.0.1 1 2")
          .expectEnd("ERROR :…Too many connections…");
      first.ping();
    }
  }

  @Test
  void of_several_nodes_each_believes_its_gateways() {
    try (var salon = trusting("127.0.0.1").nodes(3).start()) {
      var bob = salon.dial().send("PROXY TCP4 192.0.2.7 127.0.0.1 1 2").register("bob");
      var eve = salon.dial().send("PROXY TCP4 192.0.2.8 127.0.0.1 1 2").register("eve");
      bob.send("PRIVMSG eve :hello");
      assertThat(eve.until("PRIVMSG eve hello").getLast().source()).contains("192.0.2.7");
    }
  }

  @Test
  void what_is_no_range_is_told_at_the_start() {
    assertThatThrownBy(() -> new ProxySettings(List.of("10.0.0.0/99"), true, false, 5))
        .hasMessageContaining("proxy.trusted has 10.0.0.0/99");
  }
}
