package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.salon.acceptance.JsonClient;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/// Whether everybody can use a screen: WCAG 2.2 AA, as far as a program can tell.
final class Axe {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private Axe() {}

  /// Fails for what somebody could not use on a screen, be it light or dark.
  static void check(Page page, String screen) {
    analyze(page, screen, ColorScheme.LIGHT);
    analyze(page, screen, ColorScheme.DARK);
  }

  /// The same, in French and in English: another session of theirs changes the language of the page
  /// as it is, with all that is open on it.
  static void check(WebPerson person, WebHouse house, String screen) {
    var page = person.page();
    try (var session = JsonClient.connect(house.port(), Map.of())) {
      session.ask("{'login':'%s','password':'%s'}".formatted(person.login(), WebPerson.PASSWORD));
      analyze(page, screen, ColorScheme.LIGHT);
      speak(page, session, "en");
      analyze(page, screen + ", in English", ColorScheme.DARK);
      speak(page, session, "fr");
    }
  }

  private static void speak(Page page, JsonClient session, String language) {
    session.ask("{'set_settings':{'language':'" + language + "'}}");
    assertThat(page.locator("html")).hasAttribute("lang", language);
  }

  // Nothing may still be on its way from one colour to another.
  private static void analyze(Page page, String screen, ColorScheme theme) {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(theme)
            .setReducedMotion(ReducedMotion.REDUCE));
    assertThat(page.locator("html"))
        .hasAttribute("data-theme", theme == ColorScheme.DARK ? "dark" : "light");
    var found = new AxeBuilder(page).withTags(RULES).setLegacyMode(true).analyze().getViolations();
    Assertions.assertThat(found)
        .as(screen + ", " + theme)
        .extracting(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }
}
