package chat.salon.acceptance.browser;

import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Takes a picture of every page of a test that fails, into `target/pictures`.
final class Pictures implements AfterTestExecutionCallback {
  private static final Path FOLDER = Path.of("target", "pictures");

  private final List<Tab> tabs = new ArrayList<>();

  void of(Tab tab) {
    tabs.add(tab);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isEmpty()) {
      return;
    }
    for (int i = 0; i < tabs.size(); i++) {
      var name = context.getRequiredTestMethod().getName() + context.getDisplayName() + i + ".png";
      var path = FOLDER.resolve(name.replaceAll("[^\\w.]+", "_"));
      tabs.get(i).page().screenshot(new ScreenshotOptions().setPath(path));
      System.err.println("A picture of the page is in acceptance/" + path);
    }
  }
}
