package chat.salon.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What strangers, other pages and broken programs cannot do at the web door.
class WebSecurityTest {

  @Test
  void a_page_of_another_site_opens_no_socket_and_a_cookie_without_a_page_neither() {
    try (var salon = TestSalon.start()) {
      var page = salon.http().register("jules");
      int port = salon.webPort();
      var cookie = page.cookie();
      for (var headers :
          List.of(
              Map.of("Origin", "https://evil.example", "Cookie", cookie),
              Map.of("Cookie", cookie),
              Map.of("Origin", "https://evil.example"))) {
        assertThatThrownBy(() -> JsonClient.connect(port, headers))
            .isInstanceOf(CompletionException.class);
      }
      try (var own = JsonClient.connect(port, Map.of("Origin", page.root(), "Cookie", cookie))) {
        assertThat(own.expect("welcome").path("user").asString()).isEqualTo("jules");
      }
    }
  }

  @Test
  void another_site_changes_nothing_by_http() {
    try (var salon = TestSalon.start()) {
      var page = salon.http().register("jules");
      var evil = salon.http().with("Cookie", page.cookie());
      assertThat(evil.send("PUT", "/api/channels/tea/members/me", null).status()).isEqualTo(403);
      evil.with("Origin", "https://evil.example").with("Sec-Fetch-Site", "cross-site");
      assertThat(evil.delete("/api/session").status()).isEqualTo(403);
      assertThat(evil.post("/api/sessions", "{'login':'jules','password':'x'}").status())
          .isEqualTo(403);
      page.with("Content-Type", "text/plain");
      assertThat(page.post("/api/tokens", "{'name':'x'}").status()).isEqualTo(415);
      assertThat(salon.http().get("/api/sessions").status()).isEqualTo(401);
      assertThat(page.with("Content-Type", null).get("/api/session").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a/../api/server",
        "/%2e%2e/api/server",
        "/%252e%252e/x",
        "/api/%u002e/x",
        "/api;x/server",
        "/api%5cserver",
        "/api%00/server",
        "//api/server",
        "/api%2fserver",
        "/%ff"
      })
  void a_path_that_can_be_read_in_two_ways_is_none(String path) throws IOException {
    try (var salon = TestSalon.start()) {
      assertThat(raw(salon, "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n"))
          .startsWith("HTTP/1.1 400");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST / HTTP/1.1|Host: x|Content-Length: 4|Transfer-Encoding: chunked||0||",
        "POST / HTTP/1.1|Host: x|Content-Length: 1|Content-Length: 2||ab",
        "GET / HTTP/1.1/Host: x//"
      })
  void a_request_that_could_be_two_is_none(String request) throws IOException {
    try (var salon = TestSalon.start()) {
      var sent = request.replace("|", "\r\n").replace("1/", "1\n").replace("x//", "x\n\n");
      assertThat(raw(salon, sent)).contains(" 400 ");
    }
  }

  @Test
  void what_is_too_large_is_refused_however_it_is_announced() throws IOException {
    try (var salon = TestSalon.with("web.body_bytes", 1024).start()) {
      var page = salon.http().asPage();
      var body = "{'login':'" + "x".repeat(1100) + "','password':'y'}";
      assertThat(page.post("/api/sessions", body).status()).isEqualTo(413);
      var chunk = "400\r\n" + "x".repeat(0x400) + "\r\n";
      var chunked =
          String.join(
              "\r\n",
              "POST /api/sessions HTTP/1.1",
              "Host: x",
              "Content-Type: application/json",
              "Transfer-Encoding: chunked",
              "",
              "");
      assertThat(raw(salon, chunked + chunk.repeat(3))).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void who_asks_too_fast_is_told_when_to_come_again() {
    try (var salon =
        TestSalon.with("web.requests_per_second", 1).with("web.request_burst", 3).start()) {
      var http = salon.http();
      int status = 200;
      for (int i = 0; i < 10 && status == 200; i++) {
        var answer = http.get("/api/server");
        status = answer.status();
        assertThat(status == 200 || answer.header("Retry-After").equals("1")).isTrue();
      }
      assertThat(status).isEqualTo(429);
    }
  }

  @Test
  void a_frame_that_is_none_is_told_and_the_connection_lives() {
    try (var salon = TestSalon.start()) {
      var jules = salon.newProgram("jules");
      var wrong =
          Map.of(
              "{",
              "bad_json",
              "{\"ping\":\"a\",\"ping\":\"b\"}",
              "bad_json",
              "[".repeat(100),
              "bad_json",
              "{\"nothing\":1}",
              "unknown_frame",
              "{\"join\":\"#tea\",\"part\":\"#tea\"}",
              "unknown_frame",
              "{\"join\":\"#tea\",\"role\":\"admin\"}",
              "bad_frame",
              "{\"join\":7}",
              "bad_frame",
              "{\"kick\":\"a\\nb\",\"channel\":\"#tea\"}",
              "bad_frame",
              "{\"channel_message\":\"\\ud800\",\"channel\":\"#tea\"}",
              "bad_frame",
              "{\"ping\":\"x\",\"user\":\"lea\"}",
              "not_you");
      wrong.forEach((frame, error) -> {
        jules.sendRaw(frame);
        assertThat(JsonClient.text(jules.until("error"), "error")).as(frame).isEqualTo(error);
      });
      jules.ask("{'ping':'x'}");
    }
  }

  @Test
  void a_socket_that_breaks_the_rules_is_closed_and_told_which() {
    try (var salon =
        TestSalon.with("web.frame_bytes", 1024).with("web.message_bytes", 2048).start()) {
      var binary = salon.socket();
      binary.socket().sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
      assertThat(binary.awaitEnd()).isEqualTo(1003);
      var large = salon.socket();
      large.sendRaw("{\"ping\":\"" + "x".repeat(1500) + "\"}");
      assertThat(large.awaitEnd()).isEqualTo(1009);
    }
  }

  private static String raw(TestSalon salon, String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), salon.webPort())) {
      socket.setSoTimeout(IrcClient.PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readNBytes(40), UTF_8);
    }
  }
}
