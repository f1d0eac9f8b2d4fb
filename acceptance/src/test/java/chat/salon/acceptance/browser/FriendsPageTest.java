package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.salon.acceptance.JsonClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;

/// Friends in the browser: from a name to a friend, and away from who is not wanted.
class FriendsPageTest extends BrowserTest {

  @EachDevice
  void P1_from_a_name_to_a_request_in_two_clicks_and_both_see_it(Device device) {
    var lea = person(device, "lea");
    var jules = person(device, "jules");
    jules.say("bonjour");
    lea.sees("bonjour");
    card(lea, "bonjour");
    lea.button("Ajouter en ami").click();
    assertThat(lea.page().getByText("Demande envoyée à jules.")).isVisible();
    assertThat(jules.page().getByText("lea vous demande en ami.")).isVisible();

    jules.openList();
    assertThat(jules.page().getByRole(AriaRole.NAVIGATION).getByText("1 demande d’ami"))
        .isVisible();
    jules.page().getByRole(AriaRole.NAVIGATION).getByText("Amis").click();
    assertThat(tab(jules, "En attente")).hasAttribute("aria-selected", "true");
    assertThat(panel(jules).getByText("Vous demande en ami")).isVisible();
    lea.page().navigate("/friends");
    tab(lea, "En attente").click();
    assertThat(panel(lea).getByText("Demande envoyée")).isVisible();

    jules.button("Accepter lea").click();
    assertThat(jules.page().getByText("Aucune demande en attente.")).isVisible();
    assertThat(lea.page().getByText("Aucune demande en attente.")).isVisible();
    tab(jules, "En ligne").click();
    assertThat(panel(jules).getByText("lea")).isVisible();
    lea.page().close();
    assertThat(jules.page().getByText("Aucun ami en ligne pour l’instant.")).isVisible();
    tab(jules, "Tous").click();
    assertThat(panel(jules)).containsText("Déconnecté");
  }

  @EachDevice
  void P1_an_exact_login_is_asked_and_what_is_wrong_with_it_is_told(Device device) {
    person(device, "jules").page().close();
    var lea = person(device, "lea");
    lea.page().navigate("/friends");
    tab(lea, "Ajouter").click();
    lea.button("Envoyer la demande").click();
    assertThat(lea.page().getByRole(AriaRole.ALERT)).containsText("Entrez votre identifiant");
    lea.label("Identifiant").fill("personne");
    lea.button("Envoyer la demande").click();
    assertThat(lea.page().getByRole(AriaRole.ALERT)).containsText("personne");
    assertThat(lea.label("Identifiant")).hasValue("personne");
    lea.label("Identifiant").fill("jules");
    lea.label("Identifiant").press("Enter");
    assertThat(panel(lea).getByText("Demande envoyée à jules.").first()).isVisible();
    tab(lea, "En attente").click();
    lea.button("Annuler la demande jules").click();
    assertThat(lea.page().getByText("Aucune demande en attente.")).isVisible();
  }

  @EachDevice
  void P2_who_is_blocked_is_hidden_and_what_they_say_is_behind_a_click(Device device) {
    var lea = person(device, "lea");
    var jules = person(device, "jules");
    jules.say("bonjour lea");
    lea.sees("bonjour lea");
    card(lea, "bonjour lea");
    lea.button("Bloquer").click();
    assertThat(lea.page().getByText("Vous avez bloqué jules")).isVisible();
    lea.page().keyboard().press("Escape");
    assertThat(lea.message("bonjour lea")).hasCount(0);
    assertThat(lea.message("Message d’une personne bloquée")).hasCount(1);
    lea.button("afficher").click();
    lea.sees("bonjour lea");

    lea.page().navigate("/friends");
    tab(lea, "Bloqués").click();
    lea.button("Débloquer jules").click();
    assertThat(lea.page().getByText("Vous n’avez bloqué personne.")).isVisible();
  }

  @EachDevice
  void P2_a_stranger_lands_in_the_requests_until_accepted(Device device) {
    var lea = person(device, "lea");
    lea.page().navigate("/settings");
    var write =
        lea.page().getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("Qui peut m’écrire"));
    write.getByText("Mes amis").click();
    assertThat(write.getByLabel("Mes amis")).isChecked();
    lea.page().reload();
    assertThat(write.getByLabel("Mes amis")).isChecked();
    try (var jules = JsonClient.connect(house().port(), Map.of())) {
      jules.ask(
          "{'register':'jules','password':'%1$s','confirmation':'%1$s'}"
              .formatted(WebPerson.PASSWORD));
      jules.ask("{'private_message':'coucou','other_user':'lea'}");
      lea.page().navigate("/");
      assertThat(lea.composer()).isVisible();
      lea.openList();
      var requests =
          lea.page().getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Demandes"));
      requests.getByRole(AriaRole.LINK).click();
      assertThat(lea.page().getByText("jules voudrait vous écrire")).isVisible();
      lea.button("Accepter").click();
      assertThat(lea.page().getByText("jules voudrait vous écrire")).hasCount(0);
      lea.openList();
      assertThat(requests).hasCount(0);
    }
  }

  // Opens the card of who said something.
  private static void card(WebPerson reader, String text) {
    reader.message(text).locator(".name").first().click();
    assertThat(reader.page().getByRole(AriaRole.DIALOG)).isVisible();
  }

  private static Locator tab(WebPerson person, String name) {
    return person.page().getByRole(AriaRole.TAB, new GetByRoleOptions().setName(name));
  }

  private static Locator panel(WebPerson person) {
    return person.page().getByRole(AriaRole.TABPANEL);
  }
}
