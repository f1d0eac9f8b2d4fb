package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;

/// The app as something that is installed, and that is replaced by a newer one.
class InstalledTest extends BrowserTest {

  @EachDevice
  void browsers_find_all_that_they_want_to_install_it(Device device) {
    var page = tab(device.keeping()).page();
    page.navigate("/login");
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
    var browser = page.context().newCDPSession(page);
    var manifest = browser.send("Page.getAppManifest");
    assertThat(manifest.getAsJsonArray("errors")).isEmpty();
    assertThat(manifest.get("data").getAsString()).contains("\"name\":\"Salon\"");
    assertThat(browser.send("Page.getInstallabilityErrors").toString())
        .doesNotContain("manifest", "no-icon");
  }

  @EachDevice
  void who_has_an_older_app_open_is_told_of_a_newer_one_and_chooses_when(Device device)
      throws IOException {
    try (var upgraded = new Upgraded(house().address())) {
      var page = tab(upgraded.address(), device.keeping()).page();
      page.navigate("/login");
      page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
      page.reload();
      var notice = page.getByText("Une nouvelle version de Salon est prête.");
      upgraded.isNew = true;
      page.evaluate("() => navigator.serviceWorker.ready.then(each => each.update())");
      assertThat(notice).isVisible();
      page.getByText("Recharger").click();
      assertThat(notice).hasCount(0);
      page.waitForFunction(
          "() => document.querySelector('meta[name=salon-version]').content === 'newer'");
      assertThat(notice).hasCount(0);
    }
  }

  /// A server that is replaced by the next version of itself: its files are those of another one.
  private static final class Upgraded implements AutoCloseable {
    // In the page, and in the worker.
    private static final Pattern VERSION = Pattern.compile("[\"'`]([0-9a-f]{16})[\"'`]");
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String origin;
    volatile boolean isNew;

    Upgraded(String origin) throws IOException {
      this.origin = origin;
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::answer);
      server.start();
    }

    String address() {
      return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
      try (exchange) {
        var asked = HttpRequest.newBuilder(URI.create(origin + exchange.getRequestURI())).build();
        var answer = client.send(asked, BodyHandlers.ofByteArray());
        for (var name : List.of("Content-Type", "Content-Security-Policy")) {
          answer
              .headers()
              .firstValue(name)
              .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
        }
        var body = isNew ? newer(answer.body()) : answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    // The same, under another version.
    private static byte[] newer(byte[] body) {
      var text = new String(body, ISO_8859_1);
      var version = VERSION.matcher(text);
      return (version.find() ? text.replace(version.group(1), "newer") : text).getBytes(ISO_8859_1);
    }

    @Override
    public void close() {
      server.stop(0);
      client.close();
    }
  }
}
