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

/// The browser of Debian's package, and all that people have open in it. One thread.
final class Chromium implements AutoCloseable {
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

  private final Playwright playwright;
  private final Browser browser;
  private final List<Tab> tabs = new ArrayList<>();

  private Chromium(Playwright playwright) {
    this.playwright = playwright;
    this.browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(PROGRAM).setArgs(OPTIONS));
  }

  static {
    // A page that lost its server may wait for some seconds before it tries again.
    PlaywrightAssertions.setDefaultAssertionTimeout(Tab.PATIENCE_MILLIS);
  }

  /// Starts it; the test is skipped where it is not installed.
  static Chromium start() {
    assumeTrue(Files.isExecutable(PROGRAM), "no browser: install Debian's package chromium");
    return new Chromium(
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
  }

  /// A page of somebody who shares nothing with the others.
  Tab tab(String address, NewContextOptions options) {
    var tab = new Tab(browser.newContext(options.setBaseURL(address).setIgnoreHTTPSErrors(true)));
    tabs.add(tab);
    return tab;
  }

  /// Closes everything, and fails when a page complained.
  @Override
  public void close() {
    var complaints = tabs.stream().flatMap(tab -> tab.complaints().stream()).toList();
    browser.close();
    playwright.close();
    if (!complaints.isEmpty()) {
      throw new AssertionError("the app complained: " + String.join("\n", complaints));
    }
  }
}
