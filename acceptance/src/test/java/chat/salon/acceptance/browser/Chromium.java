package chat.salon.acceptance.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the people of a test have open in the browser of Debian's package. One thread at a time.
///
/// The browser itself is started once and stays for all tests of this process: starting it takes
/// longer than most tests. Who comes to it anew shares nothing with anybody before.
public final class Chromium implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");

  // As root, without a screen, and without asking anybody on the network for anything.
  private static final List<String> OPTIONS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static @Nullable Browser running;

  private final Browser browser;
  private final List<Tab> tabs = new ArrayList<>();

  private Chromium(Browser browser) {
    this.browser = browser;
  }

  static {
    // A page that lost its server may wait for some seconds before it tries again.
    PlaywrightAssertions.setDefaultAssertionTimeout(Tab.PATIENCE_MILLIS);
  }

  /// Comes to it; the test is skipped where it is not installed.
  public static Chromium start() {
    assumeTrue(Files.isExecutable(PROGRAM), "no browser: install Debian's package chromium");
    return new Chromium(running());
  }

  // One that has crashed, or that a test has closed, is replaced.
  private static synchronized Browser running() {
    var browser = running;
    if (browser == null || !browser.isConnected()) {
      browser = launch();
      running = browser;
    }
    return browser;
  }

  // Its driver ends with this process, and it with its driver.
  private static Browser launch() {
    var options = new Playwright.CreateOptions();
    return Playwright.create(options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
        .chromium()
        .launch(new LaunchOptions().setExecutablePath(PROGRAM).setArgs(OPTIONS));
  }

  /// A page of somebody who shares nothing with the others.
  public Tab tab(String address, NewContextOptions options) {
    var tab = new Tab(browser.newContext(options.setBaseURL(address).setIgnoreHTTPSErrors(true)));
    tabs.add(tab);
    return tab;
  }

  /// Closes everything that is theirs, and fails when a page complained.
  @Override
  public void close() {
    var complaints = tabs.stream().flatMap(tab -> tab.complaints().stream()).toList();
    tabs.forEach(tab -> tab.context().close());
    if (!complaints.isEmpty()) {
      throw new AssertionError("the app complained: " + String.join("\n", complaints));
    }
  }
}
