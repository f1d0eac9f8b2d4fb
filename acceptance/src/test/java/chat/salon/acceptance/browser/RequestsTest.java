package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.JsonClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/// Asking to come into a channel, and answering who does.
class RequestsTest extends BrowserTest {
  private static final String ASK = "{'ask_to_join':'#projets','message':'bonjour, groupe 3'}";
  private static final Locator.ClickOptions BESIDE_THE_LIST =
      new Locator.ClickOptions().setPosition(370, 400);

  private final List<JsonClient> programs = new ArrayList<>();

  @AfterEach
  void hangUp() {
    programs.forEach(JsonClient::close);
  }

  @EachDevice
  void F5_the_directory_tells_how_each_channel_is_entered(Device device) {
    var jules = program("jules");
    jules.ask("{'create':'#projets','description':'Ce que nous faisons','on_request':true}");
    jules.ask("{'create':'#jardin'}");
    jules.ask("{'create':'#secret','private':true}");
    var lea = person(device, "lea");
    browse(lea);
    assertThat(entry(lea, "secret")).hasCount(0);
    assertThat(button(entry(lea, "jardin"), "Rejoindre")).isVisible();
    var projets = entry(lea, "projets");
    assertThat(projets).containsText("Ce que nous faisons");
    assertThat(projets).containsText("1 membre · actif à l’instant");
    assertThat(projets.getByLabel("Salon sur demande").first()).isVisible();

    ask(projets, "");
    assertThat(projets).containsText("En attente…");
    button(projets, "Annuler la demande").click();
    ask(projets, "");
    jules.ask("{'reject':'lea','channel':'#projets','duration':'30d'}");
    assertThat(projets).containsText("Refusé – redemander le ");
    assertThat(projets.getByRole(AriaRole.BUTTON)).hasCount(0);
  }

  @EachDevice
  void J1_who_asks_waits_sees_it_in_the_list_and_may_take_it_back(Device device) {
    var jules = program("jules");
    jules.ask("{'create':'#projets','on_request':true}");
    var lea = person(device, "lea");
    browse(lea);
    ask(entry(lea, "projets"), "bonjour, groupe 3");
    var asked = jules.until("asked_to_join");
    assertThat(asked.path("asked_to_join").asString()).isEqualTo("lea");
    assertThat(asked.path("message").asString()).isEqualTo("bonjour, groupe 3");
    lea.button("Fermer").click();

    var waiting =
        lea.page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName("En attente… projets"));
    waiting.click();
    assertThat(lea.page().getByText("Vous n’êtes pas dans #projets.")).isVisible();
    lea.page().reload();
    assertThat(lea.page().getByText("En attente…", exactly())).isVisible();
    lea.button("Annuler la demande – #projets").click();
    jules.until("request_withdrawn");
    assertThat(waiting).hasCount(0);
    assertThat(lea.button("Demander à rejoindre – #projets")).isVisible();
  }

  @EachDevice
  void J2_an_operator_sees_who_asks_and_lets_in_with_one_click(Device device) {
    var lea = person(device, "lea");
    createOnRequest(lea);
    var bob = program("bob");
    bob.ask(ASK);
    var bar = bar(lea);
    assertThat(bar).containsText("bob demande à rejoindre · « bonjour, groupe 3 »");
    lea.openList();
    var link = lea.page().getByRole(AriaRole.NAVIGATION).locator("a[aria-current=page]");
    assertThat(link).containsText("1 demande");
    if (device.isPhone()) {
      lea.button("Fermer la liste").click(BESIDE_THE_LIST);
    }
    button(bar, "Accepter bob").click();
    assertThat(bar).hasCount(0);
    assertThat(bob.until("conversation").toString()).contains("#projets");
    bob.ask("{'channel_message':'merci','channel':'#projets'}");
    lea.sees("merci");
  }

  @EachDevice
  void J2_a_refusal_has_a_reason_and_a_pause_and_the_queue_has_a_page(Device device) {
    var lea = person(device, "lea");
    createOnRequest(lea);
    var bob = program("bob");
    bob.ask(ASK);
    var sam = program("sam");
    sam.ask("{'ask_to_join':'#projets'}");
    assertThat(bar(lea)).containsText("1 autre demande");
    bar(lea).getByRole(AriaRole.LINK).click();
    assertThat(lea.page().locator("h1")).hasText("Demandes");
    var section = lea.page().getByRole(AriaRole.REGION, named("#projets"));
    assertThat(section.locator("li")).hasCount(2);

    button(section, "Refuser bob").click();
    var dialog = lea.page().getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("Refuser bob dans #projets ?");
    dialog.getByLabel("Motif (facultatif)").fill("c’est complet");
    assertThat(dialog.getByLabel("7 jours")).isChecked();
    dialog.getByRole(AriaRole.BUTTON, exact("Refuser")).click();
    var refused = bob.until("request_answered");
    assertThat(refused.path("reason").asString()).isEqualTo("c’est complet");
    assertThat(Instant.parse(refused.path("until").asString()))
        .isBetween(Instant.now().plus(Duration.ofDays(6)), Instant.now().plus(Duration.ofDays(7)));
    assertThat(section.locator("li")).hasCount(1);
    button(section, "Accepter sam").click();
    sam.until("conversation");
    assertThat(lea.page().getByText("Aucune demande en attente.")).isVisible();
  }

  @EachDevice
  void J3_who_is_accepted_is_in_without_a_click_and_reads_what_was_said(Device device) {
    var jules = program("jules");
    jules.ask("{'create':'#projets','on_request':true}");
    jules.ask("{'channel_message':'on commence lundi','channel':'#projets'}");
    jules.until("channel_message");
    var lea = person(device, "lea");
    browse(lea);
    ask(entry(lea, "projets"), "");
    lea.button("Fermer").click();
    lea.page().getByRole(AriaRole.LINK, named("En attente… projets")).click();
    assertThat(lea.page().locator("main h1")).containsText("Vous n’êtes pas dans #projets.");

    jules.ask("{'accept':'lea','channel':'#projets'}");
    assertThat(lea.page().getByText("Vous avez rejoint #projets")).isVisible();
    assertThat(lea.composer()).isVisible();
    lea.sees("on commence lundi");
    lea.say("merci");
    assertThat(jules.until("channel_message").path("user").asString()).isEqualTo("lea");
  }

  @EachDevice
  void J3_who_is_refused_is_told_by_the_team_and_until_when(Device device) {
    var jules = program("jules");
    jules.ask("{'create':'#projets','on_request':true}");
    var lea = person(device, "lea");
    browse(lea);
    ask(entry(lea, "projets"), "");
    jules.ask("{'reject':'lea','channel':'#projets','reason':'complet'}");
    var told =
        lea.page()
            .locator(".toast")
            .filter(
                new Locator.FilterOptions()
                    .setHasText("Demande refusée par l’équipe de #projets (complet)."));
    assertThat(told).containsText("Vous pourrez redemander le ");
    assertThat(told).not().containsText("jules");
  }

  @EachDevice
  void J3_of_two_operators_the_second_sees_who_was_first(Device device) {
    var lea = person(device, "lea");
    createOnRequest(lea);
    var jules = program("jules");
    jules.ask("{'ask_to_join':'#projets'}");
    button(bar(lea), "Accepter jules").click();
    jules.until("conversation");
    lea.composer().fill("/op jules");
    lea.send();
    jules.until("modes");
    program("bob").ask(ASK);
    button(bar(lea), "Refuser bob").click();
    jules.ask("{'accept':'bob','channel':'#projets'}");
    assertThat(bar(lea)).hasCount(0);
    lea.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, exact("Refuser")).click();
    assertThat(lea.page().getByText("Déjà traité par jules : bob est accepté.")).isVisible();
  }

  @EachDevice
  void its_screens_can_be_used_by_everybody(Device device) {
    var options = device.options().setLocale("fr-FR").setBypassCSP(true);
    var lea = WebPerson.register(tab(options), device, "lea");
    var jules = program("jules");
    jules.ask("{'create':'#jardin','description':'Potager, fleurs et abeilles','on_request':true}");
    jules.ask("{'create':'#musique','on_request':true}");
    browse(lea);
    ask(entry(lea, "musique"), "");
    button(entry(lea, "jardin"), "Demander à rejoindre").click();
    lea.page().getByPlaceholder("Un mot pour l’équipe (facultatif)").waitFor();
    Axe.check(lea, house(), "directory");
    lea.button("Fermer").click();
    createOnRequest(lea);
    program("bob").ask(ASK);
    program("sam").ask("{'ask_to_join':'#projets'}");
    assertThat(bar(lea)).containsText("1 autre demande");
    Axe.check(lea, house(), "bar");
    button(bar(lea), "Refuser bob").click();
    lea.page().getByRole(AriaRole.DIALOG).waitFor();
    Axe.check(lea, house(), "refusal");
    lea.button("Fermer").click();
    lea.page().navigate("/requests");
    lea.page().getByRole(AriaRole.REGION, named("#projets")).waitFor();
    Axe.check(lea, house(), "queue");
    lea.page().navigate("/c/%23musique");
    lea.page().getByText("En attente…", exactly()).waitFor();
    Axe.check(lea, house(), "waiting");
  }

  private JsonClient program(String login) {
    var program = JsonClient.connect(house().port(), Map.of());
    programs.add(program);
    program.ask(
        "{'register':'%s','password':'%2$s','confirmation':'%2$s'}"
            .formatted(login, WebPerson.PASSWORD));
    return program;
  }

  private static void browse(WebPerson person) {
    person.openList();
    person.button("Parcourir les salons").click();
  }

  private static Locator entry(WebPerson person, String channel) {
    return person
        .page()
        .getByRole(AriaRole.DIALOG)
        .locator("li")
        .filter(new Locator.FilterOptions().setHasText(channel));
  }

  private static void ask(Locator entry, String message) {
    button(entry, "Demander à rejoindre").click();
    entry.getByPlaceholder("Un mot pour l’équipe (facultatif)").fill(message);
    button(entry, "Envoyer la demande").click();
    assertThat(entry).containsText("En attente…");
  }

  private static void createOnRequest(WebPerson person) {
    if (!person.button("Créer un salon").isVisible()) {
      person.openList();
    }
    person.button("Créer un salon").click();
    var dialog = person.page().getByRole(AriaRole.DIALOG);
    dialog.getByLabel("Nom du salon").fill("projets");
    dialog.getByText("Sur demande", new Locator.GetByTextOptions().setExact(true)).click();
    button(dialog, "Créer").click();
    assertThat(person.page().locator("h1")).containsText("projets");
  }

  private static Locator bar(WebPerson person) {
    return person.page().locator("main").getByRole(AriaRole.REGION, in("Demandes"));
  }

  private static Locator button(Locator in, String name) {
    return in.getByRole(AriaRole.BUTTON, in(name));
  }

  private static Locator.GetByRoleOptions in(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions exact(String name) {
    return in(name).setExact(true);
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name);
  }

  private static GetByTextOptions exactly() {
    return new GetByTextOptions().setExact(true);
  }
}
