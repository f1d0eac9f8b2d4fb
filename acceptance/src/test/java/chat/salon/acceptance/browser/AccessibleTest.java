package chat.salon.acceptance.browser;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// WCAG 2.2 AA on every screen, at the desk in French and on the phone in English, in both themes.
class AccessibleTest extends BrowserTest {
  @ParameterizedTest
  @CsvSource({"DESKTOP, fr-FR", "PHONE, en-GB"})
  void every_screen_can_be_used_by_everybody(Device device, String language) {
    var friend = house().irc("bob").join("#accueil");
    var page = tab(device.options().setLocale(language).setBypassCSP(true)).page();
    page.navigate("/servers");
    page.locator("article").waitFor();
    Axe.check(page, "servers");
    page.navigate("/login");
    page.locator("form").waitFor();
    Axe.check(page, "log in");
    page.navigate("/register");
    page.locator("form").waitFor();
    Axe.check(page, "register");
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
    Axe.check(page, "chat");
    page.keyboard().press("Control+K");
    page.locator("dialog[open], [role=dialog]").first().waitFor();
    Axe.check(page, "switcher");
    page.keyboard().press("Escape");
    page.locator("article[data-msgid] button").first().click();
    page.locator("dialog[open]").waitFor();
    Axe.check(page, "card");
    page.keyboard().press("Escape");
    page.keyboard().press("Control+Shift+F");
    page.getByRole(AriaRole.SEARCH).getByRole(AriaRole.SEARCHBOX).fill("code");
    page.getByRole(AriaRole.SEARCH).locator("mark, .ways").first().waitFor();
    Axe.check(page, "search");
    page.getByRole(AriaRole.SEARCH).getByRole(AriaRole.SEARCHBOX).fill("introuvable");
    page.getByRole(AriaRole.SEARCH).locator(".ways").waitFor();
    Axe.check(page, "empty search");
    for (var path : List.of("/settings", "/friends", "/bots", "/help", "/profile/lea")) {
      page.navigate(path);
      page.locator("h1").first().waitFor();
      Axe.check(page, path);
    }
  }
}
