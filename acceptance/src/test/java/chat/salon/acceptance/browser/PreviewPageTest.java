package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.JsonClient;
import chat.salon.acceptance.Website;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/// What pages that people link to say of themselves, under the message.
class PreviewPageTest extends BrowserTest {
  private final List<JsonClient> programs = new ArrayList<>();
  private final Website site = new Website();

  @Override
  String[] configuration() {
    return new String[] {"[previews]", "local = true", "seconds = 60"};
  }

  @AfterEach
  void hangUp() {
    programs.forEach(JsonClient::close);
    site.close();
  }

  @EachDevice
  void a_card_says_what_a_page_is_and_nothing_of_it_is_loaded_or_run(Device device) {
    var link =
        site.page(
            "/piege",
            "<meta property=og:title content='&lt;img src=x onerror=alert(1)&gt;<b>gras</b>'>"
                + "<meta property=og:site_name content='javascript:alert(2)'>"
                + "<meta property=og:description content='&lt;script&gt;alert(3)&lt;/script&gt;'>"
                + "<meta property=og:image content='"
                + site.url("/pixel.png")
                + "'>");
    var jules = program("jules");
    jules.ask("{'create':'#projets'}");
    var lea = joined(person(device, "lea"));
    var alerts = new ArrayList<String>();
    lea.page().onDialog(dialog -> alerts.add(dialog.message()));
    say(jules, "regardez " + link);

    var card = cards(lea);
    assertThat(card).hasCount(1);
    assertThat(card).containsText("<img src=x onerror=alert(1)><b>gras</b>");
    assertThat(card).containsText("<script>alert(3)</script>");
    assertThat(card).hasAttribute("href", link);
    assertThat(card).hasAttribute("rel", "noopener noreferrer nofollow");
    assertThat(card).hasAttribute("target", "_blank");
    assertThat(card.locator("img, script, b b")).hasCount(0);
    lea.page().reload();
    assertThat(cards(lea)).hasCount(1);
    assertThat(alerts).isEmpty();
    assertThat(site.asked("/pixel.png")).isZero();
    assertThat(site.asked("/piege")).isEqualTo(1);
  }

  @EachDevice
  void M7_a_card_that_comes_above_moves_nothing_that_is_read(Device device) {
    var jules = program("jules");
    jules.ask("{'create':'#projets'}");
    var lea = joined(person(device, "lea"));
    try (var _ = site.hold()) {
      say(jules, "regardez " + page("/the"));
      for (int i = 0; i < 30; i++) {
        say(jules, "message " + i);
      }
      lea.sees("message 29");
    }
    assertThat(cards(lea)).hasCount(1);
    var kept = Anchor.of(lea, "pane.scrollTop -= 200;");
    kept.isKept(lea);
    String msgid;
    try (var _ = site.hold()) {
      msgid = say(jules, "et " + page("/cafe"));
      for (int i = 30; i < 60; i++) {
        say(jules, "message " + i);
      }
      lea.sees("message 59");
      Anchor.of(lea, "pane.scrollTop = pane.scrollHeight;");
      kept = Anchor.of(lea, "pane.scrollTop -= 150;");
      kept.isKept(lea);
    }
    var row = lea.page().locator("[data-msgid='" + msgid + "']");
    assertThat(row.locator("ul a")).hasCount(1);
    kept.isKept(lea);
    jules.ask("{'hide_previews':'%s','channel':'#projets'}".formatted(msgid));
    assertThat(row.locator("ul a")).hasCount(0);
    kept.isKept(lea);
  }

  @EachDevice
  void who_said_it_hides_it_from_the_menu_and_an_edit_takes_it_away(Device device) {
    var jules = program("jules");
    jules.ask("{'create':'#projets'}");
    var lea = joined(person(device, "lea"));
    var other = say(jules, "regardez " + page("/the"));
    assertThat(cards(lea)).hasCount(1);
    lea.say("ou " + page("/cafe"));
    assertThat(cards(lea)).hasCount(2);
    lea.choose("/cafe", "Masquer l’aperçu");
    assertThat(cards(lea)).hasCount(1);
    jules.until("previewed");
    lea.page().reload();
    assertThat(cards(lea)).hasCount(1);
    jules.ask("{'edit':'%s','text':'rien','channel':'#projets'}".formatted(other));
    assertThat(cards(lea)).hasCount(0);
  }

  @EachDevice
  void who_wants_none_sees_none(Device device) {
    var jules = program("jules");
    jules.ask("{'create':'#projets'}");
    var lea = joined(person(device, "lea"));
    say(jules, "regardez " + page("/the"));
    assertThat(cards(lea)).hasCount(1);
    lea.page().navigate(house().address() + "/settings");
    var setting = new GetByRoleOptions().setName("Montrer les aperçus des liens");
    lea.page().getByRole(AriaRole.SWITCH, setting).click();
    lea.page().navigate(house().address());
    lea.open("projets");
    lea.sees("regardez");
    assertThat(cards(lea)).hasCount(0);
  }

  @EachDevice
  void its_cards_can_be_used_by_everybody(Device device) {
    var options = device.options().setLocale("fr-FR").setBypassCSP(true);
    var jules = program("jules");
    jules.ask("{'create':'#projets'}");
    var lea = joined(WebPerson.register(tab(options), device, "lea"));
    say(jules, "regardez " + page("/the") + " et " + page("/cafe"));
    assertThat(cards(lea)).hasCount(2);
    Axe.check(lea, house(), "previews");
  }

  private String page(String path) {
    return site.page(
        path,
        "<title>Le thé, une boisson</title><meta property=og:site_name content=Encyclopédie>"
            + "<meta name=description content='"
            + "Le thé est une boisson aromatique préparée en infusant des feuilles séchées. "
                .repeat(5)
            + "'>");
  }

  private static Locator cards(WebPerson person) {
    return person.log().locator("ul[aria-label='Aperçus des liens'] a");
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

  private JsonClient program(String login) {
    var program = JsonClient.connect(house().port(), Map.of());
    programs.add(program);
    program.ask(
        "{'register':'%s','password':'%2$s','confirmation':'%2$s'}"
            .formatted(login, WebPerson.PASSWORD));
    return program;
  }
}
