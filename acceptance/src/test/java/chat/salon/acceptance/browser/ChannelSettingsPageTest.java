package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.salon.acceptance.JsonClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;

/// The page of what a channel keeps of itself.
class ChannelSettingsPageTest extends BrowserTest {
  private final List<JsonClient> programs = new ArrayList<>();

  @AfterEach
  void hangUp() {
    programs.forEach(JsonClient::close);
  }

  @EachDevice
  void an_operator_changes_everything_on_one_page_and_others_see_it(Device device) {
    var jules = program("jules");
    jules.ask("{'create':'#projets'}");
    var lea = joined(device);
    jules.ask("{'mode':'+o lea','channel':'#projets'}");
    assertThat(lea.log().getByText("jules a changé les modes : +o lea")).isVisible();
    opened(lea);
    said(jules, "modes", "+o lea");

    field(lea, "Description").fill("Ce que nous\nfaisons");
    field(lea, "Sujet").fill("La kermesse");
    lea.button("Enregistrer").click();
    assertThat(lea.page().getByText("Enregistré", exactly())).isVisible();
    said(jules, "description", "Ce que nous faisons");
    said(jules, "topic", "La kermesse");
    choose(lea, "Sur demande");
    said(jules, "modes", "+i");
    choose(lea, "Depuis leur arrivée");
    said(jules, "modes", "+H");
    choose(lea, "30 s");
    said(jules, "modes", "+S 30");

    var marie = program("marie");
    var found = marie.ask("{'channels':'projets'}").path("found").path(0);
    Assertions.assertThat(found.path("description").asString()).isEqualTo("Ce que nous faisons");
    marie.ask("{'ask_to_join':'#projets','message':'bonjour'}");
    assertThat(lea.page().getByText("1 personne demande à entrer.")).isVisible();
    jules.ask("{'accept':'marie','channel':'#projets'}");
    role(lea, "marie").selectOption("voice");
    said(jules, "modes", "+v marie");
    role(lea, "marie").selectOption("op");
    said(jules, "modes", "-v+o marie marie");

    jules.ask("{'set_description':'Autre chose','channel':'#projets'}");
    assertThat(field(lea, "Description")).hasValue("Autre chose");
    lea.page().reload();
    assertThat(chosen(lea, "Depuis leur arrivée")).isChecked();
    assertThat(chosen(lea, "30 s")).isChecked();
    assertThat(field(lea, "Sujet")).hasValue("La kermesse");
  }

  @EachDevice
  void who_may_not_change_it_reads_it(Device device) {
    var jules = program("jules");
    jules.ask("{'create':'#projets','description':'Ce que nous faisons'}");
    jules.ask("{'mode':'+S 60','channel':'#projets'}");
    var lea = joined(device);
    opened(lea);
    var page = lea.page();
    assertThat(page.getByText("Seuls les opérateurs du salon changent ces réglages.")).isVisible();
    assertThat(page.getByText("Ce que nous faisons")).isVisible();
    assertThat(page.locator("dl")).containsText("1 min");
    assertThat(page.locator("main input, main textarea, main select")).hasCount(0);
    assertThat(page.getByText("salon durable, fondé par jules")).isVisible();

    page.navigate("/channel/%23ailleurs");
    assertThat(page.getByText("Vous n’êtes pas dans #ailleurs")).isVisible();
  }

  @EachDevice
  void slow_mode_says_how_long_to_wait_and_keeps_the_text(Device device) {
    var jules = program("jules");
    jules.ask("{'create':'#projets'}");
    var lea = joined(device);
    jules.ask("{'mode':'+S 600','channel':'#projets'}");
    assertThat(lea.log().getByText("jules a changé les modes : +S 600")).isVisible();
    lea.say("un");
    lea.composer().fill("deux");
    lea.send();
    assertThat(lea.page().getByText("Ce salon va lentement").first()).isVisible();
    assertThat(lea.page().getByText("deux").first()).isVisible();
  }

  @EachDevice
  void its_page_can_be_used_by_everybody(Device device) {
    var options = device.options().setLocale("fr-FR").setBypassCSP(true);
    var jules = program("jules");
    jules.ask("{'create':'#projets','description':'Ce que nous faisons ensemble cette année'}");
    program("marie").ask("{'join':'#projets'}");
    var lea = joined(WebPerson.register(tab(options), device, "lea"));
    opened(lea);
    lea.page().locator("dl").waitFor();
    Axe.check(lea, house(), "channel settings, read");
    jules.ask("{'mode':'+o lea','channel':'#projets'}");
    role(lea, "marie").waitFor();
    Axe.check(lea, house(), "channel settings");
  }

  private WebPerson joined(Device device) {
    return joined(person(device, "lea"));
  }

  private static WebPerson joined(WebPerson lea) {
    lea.composer().fill("/join #projets");
    lea.send();
    lea.open("projets");
    assertThat(lea.page().locator("h1")).containsText("projets");
    return lea;
  }

  private static void opened(WebPerson lea) {
    lea.button("Gérer le salon").click();
    lea.page().getByRole(AriaRole.MENUITEM, item()).click();
    assertThat(lea.page().locator("h1")).hasText("Réglages du salon");
  }

  private static Page.GetByRoleOptions item() {
    return new Page.GetByRoleOptions().setName("Réglages du salon");
  }

  private static Locator field(WebPerson lea, String label) {
    return lea.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private static void choose(WebPerson lea, String option) {
    lea.page().locator("label").filter(new Locator.FilterOptions().setHasText(option)).click();
  }

  private static Locator chosen(WebPerson lea, String option) {
    return lea.page()
        .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(option).setExact(true));
  }

  private static Locator role(WebPerson lea, String user) {
    return lea.page().getByLabel("Rôle de " + user);
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  // Others may have been before it.
  private static void said(JsonClient who, String key, String text) {
    while (!who.until(key).path(key).asString().equals(text)) {}
  }

  private JsonClient program(String login) {
    var program = JsonClient.connect(house().port(), Map.of());
    programs.add(program);
    program.ask(
        "{'register':'%s','password':'%2$s','confirmation':'%2$s'}"
            .formatted(login, WebPerson.PASSWORD));
    return program;
  }
}
