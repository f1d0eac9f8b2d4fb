package chat.salon.push;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.push.PushService.Fate;
import chat.salon.core.push.PushSettings;
import chat.salon.core.push.PushSubscription;
import chat.salon.core.push.PushSubscription.Form;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Endpoints that lead where strangers may not make the server go.
class WebPushTest {
  private static final String KEY =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://169.254.169.254/",
        "https://[::ffff:10.0.0.1]/",
        "https://8.8.8.8:22/",
        "http://8.8.8.8/"
      })
  void nothing_is_connected_to(String endpoint) {
    try (var push =
        new WebPush(PushSettings.DEFAULT, new byte[32], "salon.test", InstantSource.system())) {
      assertThat(push.send(device(endpoint), "topic", new byte[10]).fate()).isEqualTo(Fate.REFUSED);
    }
  }

  @Test
  void a_service_that_may_be_asked_is_asked() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(201, -1);
          exchange.close();
        });
    server.start();
    var local = new PushSettings(20, 5, 100, 4, 5, 30, 10, 24, "", true);
    try (var push = new WebPush(local, new byte[32], "salon.test", InstantSource.system())) {
      var endpoint = "http://localhost:" + server.getAddress().getPort() + "/send";
      assertThat(push.send(device(endpoint), "topic", new byte[10]).fate()).isEqualTo(Fate.TAKEN);
    } finally {
      server.stop(0);
    }
  }

  private static PushSubscription device(String endpoint) {
    return new PushSubscription(
        AccountName.trusted("jules"), 0, Form.JSON, endpoint, KEY, "AAAAAAAAAAAAAAAAAAAAAA", false);
  }
}
