package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/// The page of the messages that one keeps for oneself.
class SavedPageTest extends BrowserTest {
  @EachDevice
  void what_is_saved_from_the_menu_is_on_a_page_that_leads_back_to_it(Device device) {
    var lea = person(device, "lea");
    lea.say("le code est 7");
    lea.choose("le code est 7", "Enregistrer");
    assertThat(lea.page().getByText("Enregistré, pour vous seul")).isVisible();
    lea.openList();
    lea.button("Enregistrés").click();
    assertThat(lea.page().locator("h1")).hasText("Enregistrés");
    var entry = lea.page().locator("li").filter(in("le code est 7"));
    assertThat(entry).containsText("#accueil");
    entry
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Aller au message"))
        .click();
    assertThat(lea.message("le code est 7")).isInViewport();

    lea.page().navigate("/saved");
    lea.button("Retirer des enregistrés").click();
    assertThat(lea.page().getByText("Rien n’est enregistré.")).isVisible();
    lea.page().reload();
    assertThat(lea.page().getByText("Rien n’est enregistré.")).isVisible();
  }

  @EachDevice
  void it_can_be_used_by_everybody(Device device) {
    var options = device.options().setLocale("fr-FR").setBypassCSP(true);
    var lea = WebPerson.register(tab(options), device, "lea");
    lea.say("le code est 7");
    lea.choose("le code est 7", "Enregistrer");
    assertThat(lea.page().getByText("Enregistré, pour vous seul")).isVisible();
    lea.page().navigate("/saved");
    lea.page().locator("main li").waitFor();
    Axe.check(lea, house(), "saved");
  }

  private static Locator.FilterOptions in(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
