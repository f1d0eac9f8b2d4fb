package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.salon.testing.Ports;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;

/// The page on which somebody chooses a server.
class ServersTest extends BrowserTest {

  @EachDevice
  void S1_an_address_and_Enter_show_the_server_and_how_many_are_there(
      Device device, @TempDir Path folder) {
    try (var other = new WebHouse(folder)) {
      var bob = other.irc("bob");
      var page = servers(device);
      look(page, "localhost:" + other.port());
      var card = page.getByRole(AriaRole.ARTICLE);
      assertThat(card).containsText("1 en ligne");
      assertThat(card).containsText(other.address());
      assertThat(card).containsText("ms");
      look(page, other.address() + "/c/%23bar");
      assertThat(card).containsText(other.address());
      bob.ping();

      card.getByRole(AriaRole.BUTTON, exactly("Ouvrir")).click();
      assertThat(page).hasURL(other.address() + "/login");
    }
  }

  @EachDevice
  void S1_servers_that_were_opened_are_there_again_with_who_is_online(
      Device device, @TempDir Path folder) {
    try (var other = new WebHouse(folder)) {
      var page = servers(device);
      look(page, other.address());
      var card = page.getByRole(AriaRole.ARTICLE);
      assertThat(card).containsText(other.address());
      card.getByRole(AriaRole.BUTTON, exactly("Ouvrir")).click();
      assertThat(page).hasURL(other.address() + "/login");

      page.navigate(house().address() + "/servers");
      var known = page.getByRole(AriaRole.LISTITEM);
      assertThat(known).containsText("localhost:" + other.port());
      assertThat(known).containsText("0 en ligne");
      other.kill();
      page.reload();
      assertThat(known).containsText("ne répond pas");
      known.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Oublier")).click();
      assertThat(known).hasCount(0);
      page.reload();
      assertThat(page.getByRole(AriaRole.ARTICLE)).isVisible();
      assertThat(known).hasCount(0);
    }
  }

  @EachDevice
  void S2_what_cannot_be_reached_is_said_beside_the_address_which_stays(Device device) {
    var page = servers(device);
    var field = page.getByLabel("Adresse du serveur");
    var alert = page.getByRole(AriaRole.ALERT);
    var nowhere = "localhost:" + Ports.free();
    look(page, nowhere);
    assertThat(alert).containsText("Impossible de joindre " + nowhere);
    assertThat(alert).containsText("Vérifiez l’adresse ou votre connexion.");
    assertThat(field).hasValue(nowhere);
    assertThat(field).isFocused();
    look(page, "deux mots");
    assertThat(alert).containsText("Ce n’est pas une adresse.");
    page.route(
        Pattern.compile(".*autre\\.test.*"),
        route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
    look(page, "http://autre.test");
    assertThat(alert).containsText("n’est pas un serveur Salon");
  }

  @EachDevice
  void S1_the_page_is_skipped_in_a_browser_and_first_in_an_installed_app(Device device) {
    var page = tab(device).page();
    page.navigate("/");
    assertThat(page).hasURL(Pattern.compile(".*/login"));
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Changer de serveur"))
        .click();
    assertThat(page).hasURL(Pattern.compile(".*/servers"));

    var installed = tab(device).page();
    asInstalled(installed);
    installed.navigate("/");
    assertThat(installed).hasURL(Pattern.compile(".*/servers"));
    installed.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ouvrir")).click();
    assertThat(installed).hasURL(Pattern.compile(".*/login"));
  }

  private Page servers(Device device) {
    var page = tab(device).page();
    page.navigate("/servers");
    assertThat(page.getByRole(AriaRole.ARTICLE)).containsText(house().address());
    return page;
  }

  private static void look(Page page, String address) {
    page.getByLabel("Adresse du serveur").fill(address);
    page.keyboard().press("Enter");
  }

  private static Locator.GetByRoleOptions exactly(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  // As a page sees itself that has no address bar.
  private static void asInstalled(Page page) {
    page.addInitScript(
        """
        const ask = window.matchMedia.bind(window);
        window.matchMedia = query =>
          query === '(display-mode: standalone)' ? ask('all') : ask(query);\
        """);
  }
}
