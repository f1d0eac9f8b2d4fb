package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.salon.acceptance.IrcClient;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Makes the pictures of `docs/screenshots`, when asked to by `-Dsalon.screenshots=true`.
class ScreenshotsTest extends BrowserTest {
  private static final Pattern SEND = Pattern.compile("^(Envoyer|Send)$");
  private static final Path FOLDER = Path.of("..", "docs", "screenshots");

  @ParameterizedTest
  @CsvSource({
    "DESKTOP, LIGHT, fr-FR",
    "DESKTOP, DARK, en-GB",
    "PHONE, LIGHT, fr-FR",
    "PHONE, DARK, en-GB"
  })
  void of_every_screen(Device device, ColorScheme theme, String locale) {
    assumeTrue(Boolean.getBoolean("salon.screenshots"), "only when -Dsalon.screenshots=true");
    var page = tab(device.options().setLocale(locale).setColorScheme(theme)).page();
    var name = (device + "-" + theme).toLowerCase(Locale.ROOT);
    page.navigate("/login");
    page.locator("form").waitFor();
    picture(page, "login", name);
    page.navigate("/register");
    page.locator("form").waitFor();
    picture(page, "register", name);
    var fields = page.locator("form input");
    fields.nth(0).fill("jules");
    fields.nth(1).fill(WebPerson.PASSWORD);
    fields.nth(2).fill(WebPerson.PASSWORD);
    page.locator("form button.primary").click();
    assertThat(page.locator("textarea")).isVisible();
    var isFrench = locale.startsWith("fr");
    talk(page, isFrench);
    picture(page, "chat", name);
    page.keyboard().press("Control+K");
    page.getByRole(AriaRole.DIALOG).waitFor();
    picture(page, "switcher", name);
    page.keyboard().press("Escape");
    page.keyboard().press("Control+Shift+F");
    var search = page.getByRole(AriaRole.SEARCH);
    search.getByRole(AriaRole.SEARCHBOX).fill(isFrench ? "mardi" : "tuesday");
    search.locator("mark").first().waitFor();
    picture(page, "search", name);
    page.keyboard().press("Escape");
    for (var screen : List.of("settings", "help", "profile/lea")) {
      page.navigate("/" + screen);
      page.locator("h1").first().waitFor();
      picture(page, screen.replace("/lea", ""), name);
    }
    page.navigate("/d/lea");
    page.locator("article[data-msgid]").first().waitFor();
    picture(page, "private", name);
  }

  private void talk(Page page, boolean isFrench) {
    var lea = somebody("lea", "Léa Martin");
    var sam = somebody("sam", "Sam");
    write(
        page,
        "/topic "
            + (isFrench
                ? "Bienvenue ! On se retrouve mardi à 18 h"
                : "Welcome! We meet on Tuesday at 6"));
    lea.send(
        isFrench
            ? "PRIVMSG #accueil :Bonjour ! Quelqu'un a les notes de **mardi** ?"
            : "PRIVMSG #accueil :Hello! Has anybody got the notes of **Tuesday**?");
    lea.ping();
    sam.send(
        isFrench
            ? "PRIVMSG #accueil :Oui, je les mets ici ce soir : https://salon.example/notes"
            : "PRIVMSG #accueil :Yes, they will be here tonight: https://salon.example/notes");
    sam.ping();
    write(
        page,
        isFrench
            ? "Merci @sam ! `git pull` d'abord, sinon rien ne marche 🙂"
            : "Thanks @sam! `git pull` first, or nothing works 🙂");
    sam.send(
        isFrench
            ? "PRIVMSG #accueil :@jules tu viens à la réunion de 15 h ?"
            : "PRIVMSG #accueil :@jules are you coming to the meeting at 3?");
    sam.ping();
    lea.send(isFrench ? "PRIVMSG jules :On déjeune ensemble ?" : "PRIVMSG jules :Lunch together?");
    lea.ping();
    var notes =
        page.locator("article[data-msgid]")
            .filter(new FilterOptions().setHasText("https://salon.example"));
    notes.first().waitFor();
    react(page, notes.first().getAttribute("data-msgid"));
    assertThat(notes.first().getByText("👍")).isVisible();
  }

  private static void react(Page page, String msgid) {
    page.evaluate(
        """
        async (msgid) => {
          const path = '/api/channels/accueil/messages/' + msgid + '/reactions/👍';
          await fetch(path, { method: 'PUT', headers: { 'Content-Type': 'application/json' } });
        }\
        """,
        msgid);
  }

  private IrcClient somebody(String nick, String realname) {
    var client = house().irc(nick).send("SETNAME :" + realname);
    client.send("NICKSERV REGISTER une-tasse-de-thé");
    client.until("900 … … … :…");
    return client.join("#accueil");
  }

  private static void write(Page page, String text) {
    page.locator("textarea").fill(text);
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(SEND)).click();
    assertThat(page.locator("textarea")).hasValue("");
  }

  private static void picture(Page page, String screen, String name) {
    page.waitForLoadState();
    page.screenshot(
        new ScreenshotOptions()
            .setPath(FOLDER.resolve(screen + "-" + name + ".png"))
            .setAnimations(ScreenshotAnimations.DISABLED));
  }
}
