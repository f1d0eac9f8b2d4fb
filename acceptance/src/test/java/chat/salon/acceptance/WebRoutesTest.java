package chat.salon.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What holds for every route of the web door, whatever it answers.
class WebRoutesTest {
  private static final String UPGRADE =
      """
      GET /ws HTTP/1.1
      Host: x
      Upgrade: websocket
      Connection: Upgrade
      Sec-WebSocket-Version: 13
      Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
      Sec-WebSocket-Extensions: permessage-deflate

      """;

  private static List<String> paths(HttpApi http) throws Exception {
    var paths = new ArrayList<>(List.of("/", "/c/x", "/nothing.js", "/ws", "/api/nothing", "/%2e"));
    http.document().operations().forEach(one -> paths.add(one.path().replaceAll("\\{\\w+}", "x")));
    return paths;
  }

  @Test
  void every_answer_has_the_headers_that_protect() throws Exception {
    try (var salon = TestSalon.start()) {
      var http = salon.https();
      for (var path : paths(http)) {
        for (var method : List.of("GET", "POST", "TRACE", "OPTIONS")) {
          var answer = http.send(method, path, null);
          assertProtected(method + " " + path, answer);
          boolean isForAny = method.equals("GET") && path.equals("/api/server");
          assertThat(answer.header("Access-Control-Allow-Origin"))
              .as(path)
              .isEqualTo(isForAny ? "*" : "");
        }
      }
    }
  }

  private static void assertProtected(String what, HttpApi.Answer answer) {
    assertThat(answer.header("Content-Security-Policy"))
        .as(what)
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .contains("object-src 'none'", "require-trusted-types-for 'script'")
        .doesNotContain("unsafe");
    assertThat(answer.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).as(what).isEqualTo("no-referrer");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).as(what).isEqualTo("same-origin");
    assertThat(answer.header("Cross-Origin-Embedder-Policy")).as(what).isEqualTo("require-corp");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).as(what).isEqualTo("same-origin");
    assertThat(answer.header("Strict-Transport-Security")).as(what).contains("max-age=31536000");
  }

  @Test
  void a_body_of_one_byte_too_much_is_refused_by_every_route_that_takes_one() throws Exception {
    try (var salon = TestSalon.with("web.body_bytes", 1024).start()) {
      var http = salon.http().register("jules");
      for (var operation : http.document().operations()) {
        if (!operation.body().isMissingNode()) {
          var path = operation.path().replaceAll("\\{\\w+}", "x");
          var body = "{'a':'" + "x".repeat(1024 - 7) + "'}";
          assertThat(body).hasSize(1025);
          var answer = http.send(operation.method(), path, body);
          assertThat(answer.status()).as(operation.name()).isEqualTo(413);
        }
      }
    }
  }

  // What is inflated could be far larger than what is bounded.
  @Test
  void no_socket_is_compressed() throws IOException {
    try (var salon = TestSalon.start();
        var socket = new Socket(InetAddress.getLoopbackAddress(), salon.webPort())) {
      socket.setSoTimeout(IrcClient.PATIENCE_MILLIS);
      socket.getOutputStream().write(UPGRADE.replace("\n", "\r\n").getBytes(UTF_8));
      var answer = new StringBuilder();
      while (answer.indexOf("\r\n\r\n") < 0) {
        answer.append((char) socket.getInputStream().read());
      }
      assertThat(answer.toString())
          .startsWith("HTTP/1.1 101 ")
          .doesNotContainIgnoringCase("Sec-WebSocket-Extensions");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "TRACE / HTTP/1.1|Host: x|| # 405",
        "TRACE /api/server HTTP/1.1|Host: x|| # 405",
        "GET / HTTP/1.1|Host : x|| # 400",
        "GET / HTTP/1.1|Host: x|Content-Length: -1|| # 400",
        "GET / HTTP/1.1|Host: x|Transfer-Encoding: gzip, chunked|Content-Length: 3||0|| # 400",
        "GET / HTTP/1.1|Host: x|Long: @|| # 431"
      })
  void a_head_that_is_none_of_http_is_refused(String head, int status) throws IOException {
    try (var salon = TestSalon.start();
        var socket = new Socket(InetAddress.getLoopbackAddress(), salon.webPort())) {
      socket.setSoTimeout(IrcClient.PATIENCE_MILLIS);
      var sent = head.replace("|", "\r\n").replace("@", "x".repeat(1 << 15));
      socket.getOutputStream().write(sent.getBytes(UTF_8));
      assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
          .isEqualTo("HTTP/1.1 " + status);
    }
  }
}
