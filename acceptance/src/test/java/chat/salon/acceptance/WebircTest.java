package chat.salon.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.acceptance.TestSalon.Setup;
import chat.salon.irc.arrival.WebircSettings;
import chat.salon.store.Argon2Hasher;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Gateways that say by WEBIRC for whom they connect.
class WebircTest {
  private static final String PLAIN = "kiwi 127.0.0.0/8 a secret of two sides";
  private static final String FOR_BOB = "WEBIRC secret kiwi example.org 192.0.2.7";

  private static Setup with(String... gateways) {
    return TestSalon.with("webirc.gateways", List.of(gateways));
  }

  private static String address(IrcClient client, String nick) {
    client.send("WHOIS " + nick);
    return client.until("318 " + nick + " " + nick + " …").stream()
        .filter(line -> line.command().equals("338"))
        .findFirst()
        .orElseThrow()
        .param(3);
  }

  @Test
  void who_comes_through_a_gateway_has_an_address_of_their_own() {
    try (var salon = with(PLAIN, "other 127.0.0.1 secret").start()) {
      var bob = salon.dial().send(FOR_BOB).register("bob");
      assertThat(address(bob, "bob")).isEqualTo("192.0.2.7");
      var eve = salon.dial().send("WEBIRC :a secret of two sides");
      eve.expect("461 * WEBIRC …");
      var six = salon.dial().send("WEBIRC secret kiwi 0::1 0:0:0:0:0:0:2:1").register("six");
      assertThat(address(six, "six")).isEqualTo("0:0:0:0:0:0:2:1");
    }
  }

  @Test
  void a_password_may_be_kept_as_a_hash() {
    var hash = new Argon2Hasher(8, 1).hash("secret".getBytes(UTF_8));
    try (var salon = with("kiwi 127.0.0.1 " + hash).start()) {
      assertThat(address(salon.dial().send(FOR_BOB).register("bob"), "bob")).isEqualTo("192.0.2.7");
      salon
          .dial()
          .send("WEBIRC " + hash + " kiwi example.org 192.0.2.7")
          .expectEnd("ERROR :…Invalid WebIRC password…");
    }
  }

  @Test
  void secure_is_who_says_so_and_comes_by_a_way_that_is() {
    try (var salon = with("kiwi 127.0.0.1 secret").start()) {
      var plain = salon.dial().send(FOR_BOB, "CAP LS 302");
      assertThat(Offered.by(plain)).doesNotContain("sasl");
      var secure = salon.dial().send(FOR_BOB + " :local-port=443 secure=1", "CAP LS 302");
      assertThat(Offered.by(secure)).contains("sasl=");
      var insecure = salon.dialTls().send(FOR_BOB + " :remote-port=1", "CAP LS 302");
      assertThat(Offered.by(insecure)).doesNotContain("sasl");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WEBIRC wrong kiwi example.org 192.0.2.7",
        "WEBIRC secret kiwi example.org example.org",
        "WEBIRC secret kiwi example.org 192.0.2",
        "WEBIRC secret kiwi example.org :",
      })
  void what_is_wrong_ends_the_connection(String line) {
    try (var salon = with("kiwi 127.0.0.1 secret").start()) {
      salon.dial().send(line, "NICK bob", "USER b 0 * :b").expectEnd("ERROR :…");
    }
  }

  @Test
  void certificates_are_believed_where_that_is_configured() {
    var shown = "ab".repeat(32);
    var way = FOR_BOB + " :secure certfp-sha-256=" + shown;
    try (var salon = with("kiwi 127.0.0.1 secret").with("webirc.certificates", true).start()) {
      salon.member("bob").send("NS CERT ADD " + shown).until(":NickServ NOTICE bob …");
      var client = salon.dial().send(way, "CAP REQ sasl", "AUTHENTICATE EXTERNAL");
      client.until("AUTHENTICATE +");
      client.send("AUTHENTICATE +").until("903 * …");
    }
    try (var salon = with("kiwi 127.0.0.1 secret").start()) {
      salon.member("bob").send("NS CERT ADD " + shown).until(":NickServ NOTICE bob …");
      var client = salon.dial().send(way, "CAP REQ sasl", "AUTHENTICATE EXTERNAL");
      client.until("AUTHENTICATE +");
      client.send("AUTHENTICATE +").until("904 * …");
    }
  }

  @Test
  void it_has_to_come_first() {
    try (var salon = with("kiwi 127.0.0.1 secret").start()) {
      salon.dial().send("NICK bob", FOR_BOB).expectEnd("ERROR :…first command…");
      salon.dial().send(FOR_BOB, FOR_BOB).expectEnd("ERROR :…first command…");
      var bob = salon.connect("bob").send(FOR_BOB);
      bob.expectEnd("ERROR :…first command…");
    }
  }

  @Test
  void nobody_else_is_believed() {
    try (var salon = with("kiwi 192.0.2.1 secret").start()) {
      salon.dial().send(FOR_BOB).expectEnd("ERROR :…Invalid WebIRC password…");
    }
    try (var salon = TestSalon.start()) {
      salon.dial().send(FOR_BOB).expectEnd("ERROR :…Invalid WebIRC password…");
    }
  }

  @Test
  void those_behind_a_gateway_have_limits_of_their_own() {
    try (var salon =
        with("kiwi 127.0.0.1 secret").with("irc.connections_per_address", 1).nodes(3).start()) {
      for (int i = 0; i < 3; i++) {
        salon.dial().send(FOR_BOB).register("bob" + i); // one on each node
      }
      salon.dial().send(FOR_BOB).expectEnd("ERROR :…Too many connections…");
      salon.dial().send("WEBIRC secret kiwi example.org 192.0.2.8").register("eve");
    }
  }

  @Test
  void a_gateway_that_cannot_be_read_is_told_without_its_password() {
    assertThatThrownBy(() -> new WebircSettings(List.of("kiwi 127.0.0.1"), false))
        .hasMessageContaining("NAME ADDRESSES PASSWORD")
        .hasMessageNotContaining("kiwi");
    assertThatThrownBy(() -> new WebircSettings(List.of("kiwi somewhere secret"), false))
        .hasMessageContaining("somewhere")
        .hasMessageNotContaining("secret");
  }
}
