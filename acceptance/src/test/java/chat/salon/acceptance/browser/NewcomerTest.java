package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/// What somebody meets who has just arrived.
class NewcomerTest extends BrowserTest {
  private static final int MOST_CARDS = 3;

  @EachDevice
  void A4_who_has_the_code_of_the_first_start_administers_the_server_and_is_told(Device device) {
    var page = tab(device).page();
    page.navigate("/register");
    page.getByLabel("Identifiant").fill("alice");
    var passwords = page.locator("input[autocomplete=new-password]");
    passwords.nth(0).fill(WebPerson.PASSWORD);
    passwords.nth(1).fill(WebPerson.PASSWORD);
    page.getByLabel("Code d’administrateur").fill("pas-le-bon");
    button(page.locator("form"), "Créer un compte").click();
    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
    assertThat(page.getByLabel("Identifiant")).hasValue("alice");
    page.getByLabel("Code d’administrateur").fill(house().server().administratorCode());
    button(page.locator("form"), "Créer un compte").click();
    assertThat(page.getByText("Vous êtes le premier : vous administrez ce serveur")).isVisible();
  }

  @EachDevice
  void F1_first_steps_are_few_and_never_come_back(Device device) {
    var lea = person(device, "lea");
    var steps = lea.page().getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Bienvenue"));
    assertThat(lea.page().locator("h1")).containsText("accueil");
    assertThat(steps).isVisible();
    assertThat(steps.locator("li").count()).isBetween(1, MOST_CARDS);
    if (device.isPhone()) {
      assertThat(lea.composer()).not().isFocused(); // its keyboard would hide everything
    } else {
      assertThat(lea.composer()).isFocused();
    }
    lea.button("Ne plus montrer").click();
    assertThat(steps).hasCount(0);
    lea.page().reload();
    assertThat(lea.composer()).isVisible();
    assertThat(steps).hasCount(0);
  }

  @EachDevice
  void F4_what_is_empty_says_what_to_do(Device device) {
    var lea = person(device, "lea");
    assertThat(lea.page().getByText("Début de #accueil")).isVisible();
    lea.button("invitez quelqu’un").click();
    assertThat(lea.page().getByRole(AriaRole.DIALOG)).containsText("Inviter dans #accueil");
    lea.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.SEARCHBOX).fill("zoé");
    assertThat(lea.page().getByText("Personne ne s’appelle « zoé » ici.")).isVisible();
    lea.button("Fermer").click();
    assertThat(lea.page().getByRole(AriaRole.DIALOG)).isHidden();
    lea.openList();
    assertThat(lea.button("Trouver des gens")).isVisible();
  }

  @EachDevice
  void F5_a_channel_is_found_in_the_directory_and_joined(Device device) {
    var bob = house().irc("bob").join("#projets");
    bob.send("TOPIC #projets :Ce que nous faisons");
    bob.until("TOPIC #projets :…");
    var lea = person(device, "lea");
    lea.openList();
    lea.button("Parcourir les salons").click();
    var entry = lea.page().getByRole(AriaRole.DIALOG).locator("li");
    assertThat(entry.filter(with("projets"))).containsText("Ce que nous faisons");
    assertThat(entry.filter(with("projets"))).containsText("1 membre");
    button(entry.filter(with("projets")), "Rejoindre").click();
    assertThat(lea.page().locator("h1")).containsText("projets");
    lea.say("me voilà");
    bob.until(":lea!… PRIVMSG #projets :me voilà");
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator button(Locator in, String name) {
    return in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
  }
}
