package chat.salon.acceptance.clients;

import chat.salon.acceptance.browser.Chromium;
import chat.salon.testing.Ports;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The Lounge for one person of its own, who uses it in a browser. Its server stays on IRC, and
/// comes back by itself. It is run by the Node that comes with what drives the browser.
final class TheLounge extends RealClient {
  static final Path INSTALLED =
      Path.of("target", "the-lounge", "node_modules", "thelounge").toAbsolutePath();

  private final Path folder;
  private final Piped server;
  private final Chromium browser;
  private final Page page;

  TheLounge(House house, Person person) {
    folder = house.room();
    int port = Ports.free();
    configure(port);
    run("add", "--password", Person.PASSWORD, person.nick()).awaitEnd();
    server = run("start");
    Patience.until(
        () -> server.output().contains("Available at"), () -> "no Lounge:\n" + server.output());
    browser = Chromium.start();
    page = browser.tab("http://" + House.HOST + ":" + port, new NewContextOptions()).page();
    showAll();
    signIn(person);
    connect(house, person);
  }

  // Nothing is kept but what the IRC server keeps, and no link is followed.
  private void configure(int port) {
    try {
      Files.createDirectory(folder.resolve("users"));
      Files.write(
          folder.resolve("config.js"),
          List.of(
              "module.exports = {",
              "  public: false, host: '" + House.HOST + "', port: " + port + ",",
              "  messageStorage: [], prefetch: false,",
              "};"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Piped run(String... command) {
    var all = new ArrayList<>(List.of(node(), INSTALLED.resolve("index.js").toString()));
    all.addAll(List.of(command));
    // Nowhere is asked for a newer version.
    var nowhere = "http://" + House.HOST + ":9";
    return new Piped(
        folder, Map.of("THELOUNGE_HOME", folder.toString(), "https_proxy", nowhere), all);
  }

  // The one of Debian is older than The Lounge wants it.
  private static String node() {
    return Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
        .driverDir()
        .resolve("node")
        .toString();
  }

  // Who comes and goes is told one by one, and not counted.
  private void showAll() {
    page.addInitScript("localStorage.setItem('settings', '{\"statusMessages\":\"shown\"}')");
  }

  private void signIn(Person person) {
    page.navigate("/");
    page.locator("#signin-username").fill(person.nick());
    page.locator("#signin-password").fill(Person.PASSWORD);
    page.locator("#sign-in button[type=submit]").click();
  }

  private void connect(House house, Person person) {
    field("name").fill("Salon");
    field("host").fill(House.HOST);
    field("port").fill("" + house.tlsPort());
    field("tls").check();
    field("rejectUnauthorized").uncheck(); // the server's certificate is its own
    field("join").fill("");
    field("nick").fill(person.nick());
    if (person.isMember()) {
      page.locator("#connect input[name=sasl][value=plain]").check();
      field("saslAccount").fill(person.nick());
      field("saslPassword").fill(Person.PASSWORD);
    }
    page.locator("#connect button[type=submit]").click();
  }

  private Locator field(String name) {
    return page.locator("#connect input[name=" + name + "]");
  }

  /// What one sees in the browser.
  Page page() {
    return page;
  }

  @Override
  void type(String line) {
    page.locator("#input").fill(line);
    page.locator("#submit").click(); // Enter would choose what it proposes
  }

  @Override
  String shown() {
    return page.locator("body").innerText();
  }

  @Override
  String welcome() {
    return "There is no message of the day";
  }

  @Override
  String login() {
    return "Logged in as:";
  }

  @Override
  String arrival() {
    return " has joined the channel";
  }

  /// It gives up a server that it knew for less than 5 s, and says how to try again.
  @Override
  void comeBack() {
    page.locator(".channel-list-item[data-type=lobby]").click();
    await("Disconnected from the network");
    if (shown().contains("Use /connect to reconnect again")) {
      type("/connect");
    }
    look();
    await(arrival());
  }

  @Override
  public void close() {
    browser.close();
    server.kill(); // asked to end, it waits for connections that browsers keep
  }
}
