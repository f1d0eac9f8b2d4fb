package chat.salon.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// IRC over WebSockets (IRCv3 WebSocket support).
class WebSocketTest {
  private static final String BINARY = "binary.ircv3.net";
  private static final String TEXT = "text.ircv3.net";

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void people_talk_with_each_other_by_both_subprotocols_and_plain_irc(int nodes) {
    try (var salon = new TestSalon.Setup().nodes(nodes).start("#tea");
        var bin = WebSocketClient.connect(salon.webSocket(), BINARY);
        var text = WebSocketClient.connect(salon.webSocketTls(), TEXT)) {
      assertThat(bin.subprotocol()).isEqualTo(BINARY);
      assertThat(text.subprotocol()).isEqualTo(TEXT);
      var plain = salon.joined("plain");
      bin.register("bin").send("JOIN #tea").until(" 366 ");
      text.register("text").send("JOIN #tea").until(" 366 ");
      plain.until("JOIN #tea");
      plain.until("JOIN #tea");
      text.send("PRIVMSG #tea :thé ☕");
      assertThat(bin.until("PRIVMSG #tea")).endsWith(":thé ☕");
      plain.expect(":text PRIVMSG #tea :thé ☕");
      bin.send("PRIVMSG #tea :from here\r\n");
      assertThat(text.until("PRIVMSG #tea")).endsWith(":from here");
      plain.expect(":bin PRIVMSG #tea :from here");
      plain.send("PRIVMSG #tea :and there");
      assertThat(bin.until("PRIVMSG #tea")).endsWith(":and there");
      assertThat(text.until("PRIVMSG #tea")).endsWith(":and there");
    }
  }

  @Test
  void the_client_chooses_the_subprotocol() {
    try (var salon = TestSalon.start();
        var text = WebSocketClient.connect(salon.webSocket(), TEXT, BINARY);
        var binary = WebSocketClient.connect(salon.webSocket(), "x.example", BINARY, TEXT);
        var none = WebSocketClient.connect(salon.webSocket())) {
      assertThat(text.subprotocol()).isEqualTo(TEXT);
      assertThat(binary.subprotocol()).isEqualTo(BINARY);
      assertThat(none.subprotocol()).isEmpty();
      none.register("none");
    }
  }

  @Test
  void a_message_is_one_line_whatever_is_in_it() {
    try (var salon = TestSalon.start();
        var client = WebSocketClient.connect(salon.webSocket(), TEXT)) {
      client.register("bob");
      client.send("PING one\r\nPING two");
      client.send("PING three");
      assertThat(client.until("PONG")).endsWith("three");
    }
  }

  @Test
  void what_is_no_utf_8_is_refused_and_the_connection_stays() {
    try (var salon = TestSalon.start();
        var client = WebSocketClient.connect(salon.webSocket(), TEXT)) {
      client.register("bob");
      client.send(new byte[] {'P', 'I', 'N', 'G', ' ', (byte) 0xe9, (byte) 0xff});
      assertThat(client.until("INVALID_UTF8")).contains("FAIL");
      client.send("PING one");
      client.until("PONG");
    }
  }

  @Test
  void a_line_may_have_510_bytes_and_what_is_longer_is_told() {
    try (var salon = TestSalon.start();
        var client = WebSocketClient.connect(salon.webSocket(), BINARY)) {
      client.register("bob");
      client.send("PRIVMSG bob :" + "x".repeat(510 - 13));
      assertThat(client.until("PRIVMSG").getBytes(UTF_8)).hasSizeLessThanOrEqualTo(510);
      client.send("PRIVMSG bob :" + "x".repeat(511 - 13));
      client.until(" 417 ");
      client.send("PING " + "x".repeat(12_000));
      assertThat(client.awaitEnd()).isPositive();
    }
  }

  @Test
  void pings_and_goodbyes_of_websockets_are_answered() {
    try (var salon = TestSalon.start("#tea");
        var client = WebSocketClient.connect(salon.webSocket(), TEXT)) {
      var plain = salon.joined("plain");
      client.register("bob").send("JOIN #tea").until(" 366 ");
      plain.until("JOIN #tea");
      client.ping("are you there");
      client.goodbye();
      assertThat(client.awaitEnd()).isEqualTo(1000);
      plain.until(":bob QUIT …");
    }
  }

  @Test
  void quit_is_answered_by_error_and_a_close() {
    try (var salon = TestSalon.start();
        var client = WebSocketClient.connect(salon.webSocket(), TEXT)) {
      client.register("bob").send("QUIT :bye").until("ERROR ");
      assertThat(client.awaitEnd()).isEqualTo(1000);
    }
  }

  @Test
  void only_pages_that_may_connect() {
    try (var salon =
        TestSalon.with("websocket.origins", List.of("https://chat.example.org")).start()) {
      var place = salon.webSocket();
      for (var origin : List.of("https://chat.example.org", place.replace("ws:", "http:"))) {
        try (var client = WebSocketClient.connect(place, Map.of("Origin", origin), TEXT)) {
          client.register("bob");
        }
      }
      assertThatThrownBy(
              () -> WebSocketClient.connect(place, Map.of("Origin", "https://evil.test"), TEXT))
          .hasCauseInstanceOf(WebSocketHandshakeException.class);
      assertThatThrownBy(() -> WebSocketClient.connect(place, Map.of("Origin", "null"), TEXT))
          .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }
  }

  @Test
  void only_at_its_path() {
    try (var salon = TestSalon.with("websocket.path", "/irc").start()) {
      try (var client = WebSocketClient.connect(salon.webSocket() + "/irc?a=b", TEXT)) {
        client.register("bob");
      }
      assertThatThrownBy(() -> WebSocketClient.connect(salon.webSocket() + "/ws", TEXT))
          .hasCauseInstanceOf(WebSocketHandshakeException.class);
      var http = new HttpApi(salon.webSocket().replace("ws:", "http:"));
      assertThat(http.get("/irc").status()).isEqualTo(426);
      assertThat(http.get("/").status()).isEqualTo(404);
    }
  }

  @Test
  void a_trusted_proxy_says_who_connects_and_how() {
    try (var salon =
        TestSalon.with("websocket.trusted_proxies", List.of("127.0.0.1", "10.0.0.0/8"))
            .with("irc.connections_per_address", 1)
            .start()) {
      var way = Map.of("X-Forwarded-For", "203.0.113.9, 192.0.2.7, 10.1.1.1");
      var place = salon.webSocket().replace("localhost", "127.0.0.1");
      try (var client = WebSocketClient.connect(place, way, TEXT)) {
        client.send("CAP LS 302");
        assertThat(Offered.by(client)).doesNotContain("sasl=");
        client.register("bob").send("WHOIS bob");
        assertThat(client.until(" 338 ")).contains(" 192.0.2.7 ");
        assertThatThrownBy(() -> WebSocketClient.connect(place, way, TEXT))
            .hasCauseInstanceOf(WebSocketHandshakeException.class);
      }
      var secure = Map.of("X-Forwarded-For", "192.0.2.8", "X-Forwarded-Proto", "https");
      try (var client = WebSocketClient.connect(place, secure, TEXT)) {
        client.send("CAP LS 302");
        assertThat(Offered.by(client)).contains("sasl=");
      }
    }
  }

  @Test
  void nobody_else_is_believed() {
    try (var salon = TestSalon.start();
        var client =
            WebSocketClient.connect(
                salon.webSocket().replace("localhost", "127.0.0.1"),
                Map.of("X-Forwarded-For", "192.0.2.7"),
                TEXT)) {
      client.register("bob").send("WHOIS bob");
      assertThat(client.until(" 338 ")).contains(" 127.0.0.1 ");
    }
  }
}
