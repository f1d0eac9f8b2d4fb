package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.acceptance.TestSalon.Setup;
import chat.salon.web.WebSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who asks through a reverse proxy is who they are, and nobody makes up another address.
class WebProxyTest {
  private static final String FOR = "X-Forwarded-For";
  private static final String PROTO = "X-Forwarded-Proto";

  private static Setup behindProxies(String... ranges) {
    return TestSalon.with("web.trusted_proxies", List.of(ranges));
  }

  private static String addressOf(HttpApi page) {
    var sessions = page.register("jules").get("/api/sessions").json().path("sessions");
    return sessions.path(0).path("address").asString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.9 | 203.0.113.9",
        "198.51.100.7, 203.0.113.9 | 203.0.113.9",
        "203.0.113.9, 10.1.2.3 | 203.0.113.9",
        "203.0.113.9:4711 | 203.0.113.9",
        "[2001:db8::17]:4711 | 2001:db8:0:0:0:0:0:17",
        "2001:db8::17 | 2001:db8:0:0:0:0:0:17",
        "unknown | 127.0.0.1",
        "203.0.113.9, unknown, 10.1.2.3 | 10.1.2.3"
      })
  void a_trusted_proxy_is_believed_who_asks(String said, String address) {
    try (var salon = behindProxies("127.0.0.1", "10.0.0.0/8").start()) {
      assertThat(addressOf(salon.http().with(FOR, said).with(PROTO, "https"))).isEqualTo(address);
    }
  }

  @Test
  void the_standard_header_is_believed_where_it_is_the_one_that_proxies_write() {
    try (var salon = behindProxies("127.0.0.1").with("web.proxy_header", "Forwarded").start()) {
      var page =
          salon
              .http()
              .with(FOR, "198.51.100.7")
              .with("Forwarded", "for=198.51.100.8, for=\"[2001:db8::17]:4711\";proto=https");
      assertThat(addressOf(page)).isEqualTo("2001:db8:0:0:0:0:0:17");
    }
  }

  @Test
  void nobody_else_is_believed() {
    try (var salon = TestSalon.start()) {
      assertThat(addressOf(salon.http().with(FOR, "203.0.113.9"))).isEqualTo("127.0.0.1");
    }
    try (var salon = behindProxies("10.0.0.0/8").start()) {
      assertThat(addressOf(salon.http().with(FOR, "203.0.113.9"))).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void a_password_is_taken_only_from_who_spoke_to_the_proxy_by_tls() {
    try (var salon = behindProxies("127.0.0.1").start()) {
      salon.account("jules");
      var login = "{'login':'jules','password':'%s'}".formatted(TestSalon.PASSWORD);
      var page = salon.http().with(FOR, "203.0.113.9").asPage();
      for (var scheme : new String[] {null, "http", "https, http"}) {
        var answer = page.with(PROTO, scheme).post("/api/sessions", login);
        assertThat(answer.text("error")).as(scheme).isEqualTo("insecure");
      }
      assertThat(page.with(PROTO, "https").post("/api/sessions", login).status()).isEqualTo(200);
    }
  }

  @Test
  void each_of_those_behind_a_proxy_has_sockets_of_their_own() {
    try (var salon = behindProxies("127.0.0.1").with("web.connections_per_address", 2).start()) {
      int port = salon.webPort();
      var first = connect(port, "203.0.113.9");
      connect(port, "203.0.113.9");
      assertThatThrownBy(() -> connect(port, "203.0.113.9"))
          .isInstanceOf(CompletionException.class);
      connect(port, "203.0.113.10");
      first.close();
      awaitRoom(port, "203.0.113.9");
    }
  }

  private static JsonClient connect(int port, String address) {
    return JsonClient.connect(port, Map.of(FOR, address));
  }

  private static void awaitRoom(int port, String address) {
    long deadline = System.nanoTime() + Duration.ofMillis(IrcClient.PATIENCE_MILLIS).toNanos();
    while (true) {
      try {
        connect(port, address);
        return;
      } catch (CompletionException e) {
        assertThat(System.nanoTime()).as("no room: " + e).isLessThan(deadline);
      }
    }
  }

  @Test
  void each_of_those_behind_a_proxy_asks_so_often() {
    try (var salon =
        behindProxies("127.0.0.1")
            .with("web.requests_per_second", 1)
            .with("web.request_burst", 3)
            .start()) {
      var http = salon.http().with(FOR, "203.0.113.11");
      int status = 200;
      for (int i = 0; i < 10 && status == 200; i++) {
        status = http.get("/api/server").status();
      }
      assertThat(status).isEqualTo(429);
      assertThat(http.with(FOR, "203.0.113.12").get("/api/server").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.0/x", "10.0.0.0/33", ""})
  void what_is_no_range_is_told_at_the_start(String range) {
    var settings = new Settings();
    settings.set("web.trusted_proxies", List.of(range));
    assertThatThrownBy(() -> settings.section("web", WebSettings.DEFAULT))
        .hasStackTraceContaining("web.trusted_proxies has " + range + ": it must be like");
  }
}
