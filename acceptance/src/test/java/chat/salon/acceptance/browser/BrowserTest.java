package chat.salon.acceptance.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A server and a browser for each test.
abstract class BrowserTest {
  @RegisterExtension final Pictures pictures = new Pictures();
  private WebHouse house;
  private Chromium chromium;

  @BeforeEach
  void open(@TempDir Path folder) {
    chromium = Chromium.start();
    furnish(folder.resolve("data"));
    house = new WebHouse(folder, configuration());
  }

  @AfterEach
  void close() {
    if (house == null) {
      return; // no browser
    }
    try {
      chromium.close();
    } finally {
      house.close();
    }
  }

  /// What the server is told beside the usual.
  String[] configuration() {
    return new String[0];
  }

  /// What is there before the server is started for the first time.
  void furnish(Path data) {}

  WebHouse house() {
    return house;
  }

  /// A page in French.
  Tab tab(Device device) {
    return tab(device.options().setLocale("fr-FR"));
  }

  Tab tab(NewContextOptions options) {
    return tab(house.address(), options);
  }

  /// @param address by which the server is reached
  Tab tab(String address, NewContextOptions options) {
    var tab = chromium.tab(address, options);
    pictures.of(tab);
    return tab;
  }

  WebPerson person(Device device, String login) {
    return WebPerson.register(tab(device), device, login);
  }
}
