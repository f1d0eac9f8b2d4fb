package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.salon.acceptance.JsonClient;
import chat.salon.acceptance.Receiver;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.assertj.core.api.Assertions;

/// Bots and webhooks, made in the browser and used by programs.
class BotsPageTest extends BrowserTest {
  @Override
  String[] configuration() {
    return new String[] {"[hooks]", "local = true"};
  }

  @EachDevice
  void a_bot_is_made_gets_a_token_that_is_shown_once_and_is_deleted(Device device) {
    var jules = person(device, "jules");
    jules.page().navigate("/bots");
    jules.button("Créer le robot").click();
    assertThat(jules.page().getByRole(AriaRole.ALERT)).containsText("Donnez-lui un nom.");
    jules.label("Nom du robot").fill("meteo");
    jules.button("Créer le robot").click();
    var card = region(jules, "meteo");
    jules.label("Nouveau jeton, pour quoi ?").fill("maison");
    jules.button("Créer un jeton").click();
    assertThat(card.getByRole(AriaRole.LISTITEM)).containsText("Lire et écrire");
    Axe.check(jules, house(), "bots");

    var secret = card.getByRole(AriaRole.STATUS).locator("code").innerText();
    try (var bot = JsonClient.connect(house().port(), Map.of())) {
      bot.ask("{'login':'meteo','token':'" + secret + "'}");
      jules.page().reload();
      assertThat(card.getByRole(AriaRole.LISTITEM)).containsText("maison");
      assertThat(card.locator("code")).hasCount(0);
      jules.button("Supprimer meteo").click();
      jules.page().getByRole(AriaRole.DIALOG).getByText("Supprimer", EXACTLY).click();
      assertThat(card).hasCount(0);
      bot.until("closing");
    }
  }

  @EachDevice
  void a_webhook_of_ones_channel_speaks_for_a_bot_until_it_is_revoked(Device device)
      throws IOException, InterruptedException {
    var jules = person(device, "jules");
    try (var program = JsonClient.connect(house().port(), Map.of())) {
      program.ask("{'login':'jules','password':'" + WebPerson.PASSWORD + "'}");
      program.ask("{'create':'#atelier'}");
      program.ask("{'create_bot':'ci'}");
    }
    jules.page().navigate("/bots");
    var hooks = region(jules, "Webhooks entrants");
    hooks.getByText("#atelier", EXACTLY).click();
    hooks.getByText("ci", EXACTLY).click();
    jules.label("Nouveau webhook, pour quoi ?").fill("compilations");
    jules.button("Créer un webhook").click();
    assertThat(hooks.getByRole(AriaRole.LISTITEM)).containsText("au nom de ci · jamais utilisé");
    Axe.check(jules, house(), "webhooks");

    var address = URI.create(hooks.getByRole(AriaRole.STATUS).locator("code").innerText());
    Assertions.assertThat(post(address)).isEqualTo(204);
    jules.button("Révoquer compilations").click();
    assertThat(hooks.getByRole(AriaRole.LISTITEM)).hasCount(0);
    Assertions.assertThat(post(address)).isEqualTo(404);
    jules.page().navigate("/c/%23atelier");
    jules.sees("build 7 is green");
    assertThat(jules.page().locator("article").filter(said()).getByText("robot")).isVisible();
  }

  @EachDevice
  void an_outgoing_webhook_is_made_tried_and_taken_back(Device device) {
    var jules = person(device, "jules");
    try (var program = JsonClient.connect(house().port(), Map.of());
        var receiver = new Receiver().answers(503, "")) {
      program.ask("{'login':'jules','password':'" + WebPerson.PASSWORD + "'}");
      program.ask("{'create':'#atelier'}");
      program.ask("{'create_bot':'meteo'}");
      jules.page().navigate("/bots");
      var hooks = region(jules, "Webhooks sortants");
      hooks.getByText("#atelier", EXACTLY).click();
      jules.label("Nouveau webhook sortant, pour quoi ?").fill("temps");
      hooks.getByLabel("Adresse").fill("atelier");
      jules.button("Créer le webhook sortant").click();
      assertThat(jules.page().getByRole(AriaRole.ALERT)).containsText("https://");
      hooks.getByLabel("Adresse").fill(receiver.url());
      jules.button("Créer le webhook sortant").click();
      var hook = hooks.getByRole(AriaRole.LISTITEM);
      assertThat(hook).containsText("meteo · tout → 127.0.0.1");
      assertThat(hooks.getByRole(AriaRole.STATUS).locator("code")).not().isEmpty();
      Axe.check(jules, house(), "outgoing webhooks");

      jules.button("Essayer temps").click();
      assertThat(jules.page().getByText("temps : l’adresse répond 503")).isVisible();
      receiver.answers(200, "{\"text\":\"il pleut\"}");
      program.ask("{'channel_message':'quel temps ?','channel':'#atelier'}");
      program.untilMessage("il pleut");
      jules.page().reload();
      hooks.getByText("#atelier", EXACTLY).click();
      assertThat(hook).containsText("reçu");
      jules.button("Révoquer temps").click();
      assertThat(hook).hasCount(0);
    }
  }

  private static final Locator.GetByTextOptions EXACTLY =
      new Locator.GetByTextOptions().setExact(true);

  private static Locator.FilterOptions said() {
    return new Locator.FilterOptions().setHasText("build 7 is green");
  }

  private static Locator region(WebPerson who, String name) {
    return who.page().locator("section[aria-label='" + name + "']");
  }

  private static int post(URI address) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(address)
              .header("Content-Type", "text/plain")
              .POST(HttpRequest.BodyPublishers.ofString("build 7 is green"))
              .build();
      return client.send(request, BodyHandlers.ofString()).statusCode();
    }
  }
}
