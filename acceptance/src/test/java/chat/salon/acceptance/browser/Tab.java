package chat.salon.acceptance.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;

/// One person's page.
public final class Tab {
  /// No wait is ever this long but in a test that fails.
  static final int PATIENCE_MILLIS = 20_000;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  Tab(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !isOfTheNetwork(message.text())) {
        complaints.add(message.text());
      }
    });
  }

  // That a server is away is what a test may want.
  private static boolean isOfTheNetwork(String text) {
    return text.contains("WebSocket connection to") || text.contains("Failed to load resource");
  }

  /// What is in it.
  public Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /// What the page said of faults of its own, refused scripts and styles among them.
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  void press(AriaRole role, String name) {
    page.getByRole(role, new Page.GetByRoleOptions().setName(name)).click();
  }
}
