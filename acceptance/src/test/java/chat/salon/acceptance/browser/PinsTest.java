package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.salon.acceptance.JsonClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;

/// Messages that a conversation keeps in sight.
class PinsTest extends BrowserTest {
  private final List<JsonClient> programs = new ArrayList<>();

  @AfterEach
  void hangUp() {
    programs.forEach(JsonClient::close);
  }

  @EachDevice
  void what_an_operator_pins_is_in_the_header_and_leads_to_the_message(Device device) {
    var jules = program("jules");
    jules.ask("{'create':'#projets'}");
    var rules = say(jules, "les règles du salon");
    for (int i = 0; i < 60; i++) {
      say(jules, "message " + i);
    }
    var lea = joined(device);
    lea.sees("message 59");
    assertThat(pins(lea)).hasCount(0);

    jules.ask("{'pin':'%s','channel':'#projets'}".formatted(rules));
    assertThat(pins(lea)).hasAccessibleName("1 épinglé");
    assertThat(lea.log().getByText("jules a épinglé un message")).isVisible();
    pins(lea).click();
    var dialog = lea.page().getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("les règles du salon");
    assertThat(dialog).containsText("Épinglé par jules");
    assertThat(dialog.getByRole(AriaRole.BUTTON, named("Détacher"))).hasCount(0);
    dialog.getByRole(AriaRole.LINK, named("Aller au message")).click();
    assertThat(dialog).hasCount(0);
    assertThat(lea.message("les règles du salon")).isInViewport();

    jules.ask("{'delete':'%s','channel':'#projets'}".formatted(rules));
    assertThat(pins(lea)).hasCount(0);
  }

  @EachDevice
  void an_operator_pins_from_the_menu_or_by_a_command_and_takes_it_down(Device device) {
    var jules = program("jules");
    jules.ask("{'create':'#projets'}");
    var lea = joined(device);
    lea.say("réunion lundi");
    jules.ask("{'mode':'+o lea','channel':'#projets'}");
    assertThat(lea.log().getByText("jules a changé les modes : +o lea")).isVisible();
    lea.choose("réunion lundi", "Épingler");
    jules.until("pinned");
    assertThat(pins(lea)).hasAccessibleName("1 épinglé");
    lea.say("à dix heures");
    lea.choose("à dix heures", "Répondre");
    lea.composer().fill("/pin");
    lea.send();
    assertThat(pins(lea)).hasAccessibleName("2 épinglés");
    lea.page().reload();
    assertThat(pins(lea)).hasAccessibleName("2 épinglés");
    pins(lea).click();
    var dialog = lea.page().getByRole(AriaRole.DIALOG);
    dialog.getByRole(AriaRole.BUTTON, named("Détacher")).first().click();
    assertThat(dialog.locator("li")).hasCount(1);
    assertThat(dialog).containsText("réunion lundi");
    jules.until("unpinned");
  }

  @EachDevice
  void both_people_pin_what_they_write_to_each_other(Device device) {
    var lea = person(device, "lea");
    var jules = program("jules");
    jules.ask("{'private_message':'le code est 7','other_user':'lea'}");
    var msgid = jules.until("private_message").path("msgid").asString();
    lea.open("jules");
    lea.sees("le code est 7");
    jules.ask("{'pin':'%s','other_user':'lea'}".formatted(msgid));
    assertThat(pins(lea)).hasAccessibleName("1 épinglé");
    lea.choose("le code est 7", "Détacher");
    jules.until("unpinned");
    assertThat(pins(lea)).hasCount(0);
  }

  @EachDevice
  void its_screens_can_be_used_by_everybody(Device device) {
    var options = device.options().setLocale("fr-FR").setBypassCSP(true);
    var jules = program("jules");
    jules.ask("{'create':'#projets'}");
    var lea = joined(WebPerson.register(tab(options), device, "lea"));
    lea.say("les règles du salon");
    jules.ask("{'mode':'+o lea','channel':'#projets'}");
    assertThat(lea.log().getByText("jules a changé les modes : +o lea")).isVisible();
    lea.choose("règles", "Épingler");
    assertThat(pins(lea)).isVisible();
    Axe.check(lea, house(), "header");
    pins(lea).click();
    lea.page().getByRole(AriaRole.DIALOG).locator("li").waitFor();
    Axe.check(lea, house(), "pins");
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

  private static String say(JsonClient who, String text) {
    return who.ask("{'channel_message':'%s','channel':'#projets'}".formatted(text))
        .path("msgid")
        .asString();
  }

  private static Locator pins(WebPerson person) {
    return person
        .page()
        .locator("main header")
        .getByRole(AriaRole.BUTTON, named(Pattern.compile("[0-9]+ épinglé")));
  }

  private static Locator.GetByRoleOptions named(Pattern name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
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
