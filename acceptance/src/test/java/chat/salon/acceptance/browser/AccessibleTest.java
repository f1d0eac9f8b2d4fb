package chat.salon.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// WCAG 2.2 AA on every screen, in both themes and both languages, at the desk and on the phone.
class AccessibleTest extends BrowserTest {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  @ParameterizedTest
  @CsvSource({
    "DESKTOP, LIGHT, fr-FR",
    "DESKTOP, DARK, en-GB",
    "PHONE, LIGHT, en-GB",
    "PHONE, DARK, fr-FR"
  })
  void every_screen_can_be_used_by_everybody(Device device, ColorScheme theme, String language) {
    var friend = house().irc("bob").join("#accueil");
    var page =
        tab(device.options().setLocale(language).setColorScheme(theme).setBypassCSP(true)).page();
    page.navigate("/servers");
    page.locator("article").waitFor();
    check(page, "servers");
    page.navigate("/login");
    page.locator("form").waitFor();
    check(page, "log in");
    page.navigate("/register");
    page.locator("form").waitFor();
    check(page, "register");
    var fields = page.locator("form input");
    fields.nth(0).fill("lea");
    fields.nth(1).fill(WebPerson.PASSWORD);
    fields.nth(2).fill(WebPerson.PASSWORD);
    page.locator("form button.primary").click();
    page.locator("textarea").waitFor();
    friend.send(
        "PRIVMSG #accueil :salut @lea, **voici** `du code` https://salon.test",
        "PRIVMSG #accueil :et encore");
    page.locator("article[data-msgid]").last().waitFor();
    check(page, "chat");
    page.keyboard().press("Control+K");
    page.locator("dialog[open], [role=dialog]").first().waitFor();
    check(page, "switcher");
    page.keyboard().press("Escape");
    page.locator("article[data-msgid] button").first().click();
    page.locator("dialog[open]").waitFor();
    check(page, "card");
    page.keyboard().press("Escape");
    page.keyboard().press("Control+Shift+F");
    page.getByRole(AriaRole.SEARCH).getByRole(AriaRole.SEARCHBOX).fill("code");
    page.getByRole(AriaRole.SEARCH).locator("mark, .ways").first().waitFor();
    check(page, "search");
    page.getByRole(AriaRole.SEARCH).getByRole(AriaRole.SEARCHBOX).fill("introuvable");
    page.getByRole(AriaRole.SEARCH).locator(".ways").waitFor();
    check(page, "empty search");
    for (var path : List.of("/settings", "/friends", "/bots", "/help", "/profile/lea")) {
      page.navigate(path);
      page.locator("h1").first().waitFor();
      check(page, path);
    }
  }

  /// Fails for what somebody could not use on a screen.
  static void check(Page page, String screen) {
    var found = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
    assertThat(found)
        .as(screen)
        .extracting(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }
}
