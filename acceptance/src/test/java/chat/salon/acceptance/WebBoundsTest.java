package chat.salon.acceptance;

import static chat.salon.acceptance.JsonClient.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How much, how slowly and how often one may ask at the web door.
class WebBoundsTest {
  private static final String HEAD = "GET /api/server HTTP/1.1\r\nHost: x\r\n";

  // ---- Bytes that do not come ----

  @ParameterizedTest
  @ValueSource(strings = {"", HEAD})
  void a_head_that_does_not_come_is_waited_for_no_longer_than_that(String beginning)
      throws IOException {
    try (var salon = TestSalon.with("web.head_seconds", 1).start();
        var socket = connect(salon)) {
      socket.getOutputStream().write(beginning.getBytes(UTF_8));
      assertThat(socket.getInputStream().readAllBytes()).isEmpty();
    }
  }

  @Test
  void the_head_of_a_second_request_is_waited_for_no_longer_either() throws IOException {
    try (var salon = TestSalon.with("web.head_seconds", 1).start();
        var socket = connect(salon)) {
      socket.getOutputStream().write((HEAD + "\r\n" + HEAD).getBytes(UTF_8));
      var heard = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(heard).startsWith("HTTP/1.1 200 ").containsOnlyOnce("HTTP/1.1");
    }
  }

  @Test
  void a_socket_that_is_silent_within_its_ping_lives() {
    try (var salon = TestSalon.with("web.head_seconds", 1).start()) {
      var jules = salon.newProgram("jules");
      var page = salon.http();
      page.get("/api/server");
      try (var other = connect(salon)) {
        other.getInputStream().readAllBytes(); // by now a second has passed for jules, too
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      assertThat(jules.ask("{'ping':'x'}").path("ok").asBoolean(false)).isTrue();
    }
  }

  @Test
  void a_body_that_comes_by_drops_is_refused() throws IOException {
    try (var salon =
            TestSalon.with("web.head_seconds", 1).with("web.body_bytes_per_second", 4096).start();
        var socket = connect(salon)) {
      socket
          .getOutputStream()
          .write(
              ("POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                      + "Content-Length: 1000\r\n\r\n{")
                  .getBytes(UTF_8));
      var heard = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(heard).startsWith("HTTP/1.1 408 ").contains("\"error\":\"too_slow\"");
    }
  }

  // ---- How many, and how often ----

  @Test
  void one_address_has_so_many_connections() throws IOException {
    try (var salon = TestSalon.with("web.connections_per_address", 2).start();
        var first = connect(salon);
        var second = connect(salon);
        var third = connect(salon)) {
      assertThat(third.getInputStream().read()).isEqualTo(-1);
      for (var socket : new Socket[] {first, second}) {
        socket.getOutputStream().write((HEAD + "\r\n").getBytes(UTF_8));
        assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
            .isEqualTo("HTTP/1.1 200");
      }
    }
  }

  @Test
  void one_account_has_so_many_sockets() {
    try (var salon = TestSalon.with("web.sockets_per_account", 2).start()) {
      salon.newProgram("jules");
      salon.program("jules");
      var third = salon.socket();
      third.expect("welcome");
      var answer = third.answer("{'login':'jules','password':'%s'}".formatted(TestSalon.PASSWORD));
      assertThat(text(answer, "error")).isEqualTo("too_many_connections");
    }
  }

  @Test
  void one_session_asks_so_often() {
    try (var salon =
        TestSalon.with("web.requests_per_second", 1).with("web.request_burst", 3).start()) {
      var jules = salon.newProgram("jules");
      var error = "";
      for (int i = 0; i < 10 && error.isEmpty(); i++) {
        error = jules.answer("{'ping':'x'}").path("error").asString("");
      }
      assertThat(error).isEqualTo("rate_limited");
    }
  }

  @Test
  void guesses_of_a_password_count_together_at_all_doors() {
    var clock = new TestClock();
    try (var salon = TestSalon.with("accounts.throttle_failures", 4).clock(clock).start()) {
      salon.account("jules");
      var weechat = salon.dial();
      weechat.send("CAP REQ :sasl");
      weechat.expect(":salon.test CAP * ACK sasl");
      for (int i = 0; i < 2; i++) {
        weechat.send("AUTHENTICATE PLAIN");
        weechat.expect("AUTHENTICATE +");
        weechat.send("AUTHENTICATE " + Sasl.plain("jules", "not the password"));
        weechat.expect(":salon.test 904 * …");
      }
      var page = salon.http().asPage();
      var socket = salon.socket();
      socket.expect("welcome");
      var wrong = "{'login':'jules','password':'not the password'}";
      assertThat(page.post("/api/sessions", wrong).status()).isEqualTo(401);
      assertThat(text(socket.answer(wrong), "error")).isEqualTo("bad_credentials");
      var answer = page.post("/api/sessions", wrong);
      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.header("Retry-After")).isNotEmpty();
      clock.advance(Duration.ofHours(1));
      var right = "{'login':'jules','password':'%s'}".formatted(TestSalon.PASSWORD);
      assertThat(page.post("/api/sessions", right).status()).isEqualTo(200);
    }
  }

  @Test
  void who_is_unknown_is_refused_as_who_is_known() {
    try (var salon = TestSalon.start()) {
      salon.account("jules");
      var page = salon.http().asPage();
      var guess = "{'login':'%s','password':'not the password'}";
      var known = page.post("/api/sessions", guess.formatted("jules"));
      var unknown = page.post("/api/sessions", guess.formatted("nobody"));
      assertThat(unknown.status()).isEqualTo(known.status());
      assertThat(unknown.json()).isEqualTo(known.json());
    }
  }

  // ---- Settings ----

  @Test
  void what_clients_keep_is_bounded_in_number_and_length() {
    try (var salon =
        TestSalon.with("web.settings_keys", 3)
            .with("web.settings_key_bytes", 16)
            .with("limits.settings_bytes", 200)
            .start()) {
      var jules = salon.newProgram("jules");
      var phone = salon.program("jules");
      jules.ask("{'set_settings':{'a':1,'b':{'c':true},'draft.#thé':'x'}}");
      assertRefused(jules, "{'d':1}", "too_many_settings");
      jules.ask("{'set_settings':{'b':null,'d':1}}");
      assertRefused(jules, "{'d':null,'draft.#un très long':1}", "bad_settings_key");
      assertRefused(jules, "{'d':null,'':1}", "bad_settings_key");
      assertRefused(jules, "{'d':null,'a\\nb':1}", "bad_settings_key");
      assertRefused(jules, "{'a':'" + "é".repeat(100) + "'}", "too_long");
      jules.sendRaw("{\"set_settings\":{\"a\":\"\\ud800\"},\"id\":\"half\"}");
      assertThat(text(jules.answerTo("half"), "error")).isEqualTo("bad_settings");
      var kept = jules.ask("{'get_settings':true}").path("settings");
      assertThat(kept.propertyNames()).containsExactlyInAnyOrder("a", "draft.#thé", "d");
      phone.until("settings");
      assertThat(phone.until("settings").path("settings")).isEqualTo(kept);
      assertThat(phone.settle()).isEmpty();
    }
  }

  private static void assertRefused(JsonClient client, String settings, String error) {
    var answer = client.answer("{'set_settings':" + settings + "}");
    assertThat(text(answer, "error")).as(settings).isEqualTo(error);
    assertThat(text(answer, "field")).isEqualTo("set_settings");
    assertThat(text(answer, "message")).isNotEmpty();
  }

  private static Socket connect(TestSalon salon) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), salon.webPort());
    socket.setSoTimeout(IrcClient.PATIENCE_MILLIS);
    return socket;
  }
}
