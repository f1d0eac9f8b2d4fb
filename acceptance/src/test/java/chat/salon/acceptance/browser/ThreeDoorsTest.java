package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.JsonClient;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// One channel, three doors: what happens at one is seen at the others.
class ThreeDoorsTest extends BrowserTest {

  @Test
  void a_browser_an_irc_client_and_a_program_see_the_same() {
    var lea = person(Device.DESKTOP, "lea");
    var bob = house().irc("bob").join("#accueil");
    try (var robot = JsonClient.connect(house().port(), Map.of())) {
      robot.ask(
          "{'register':'robot','password':'%1$s','confirmation':'%1$s'}"
              .formatted(WebPerson.PASSWORD));
      robot.ask("{'join':'#accueil'}");
      bob.until(":robot!… JOIN …");

      assertThat(lea.button("Membres 3")).isVisible();
      lea.say("bonjour");
      bob.until(":lea!… PRIVMSG #accueil :bonjour");
      var heard = robot.until("channel_message");
      assertThat(heard.path("channel_message").asString()).isEqualTo("bonjour");
      var msgid = heard.path("msgid").asString();
      assertThat(lea.message("bonjour")).hasAttribute("data-msgid", msgid);

      robot.ask("{'react':'🎉','to':'%s','channel':'#accueil'}".formatted(msgid));
      assertThat(lea.message("bonjour").getByText("🎉")).isVisible();

      bob.send("TOPIC #accueil :Bienvenue à tous");
      bob.until("482 … … …"); // #accueil is lea's
      lea.composer().fill("/topic Bienvenue à tous");
      lea.send();
      bob.until(":lea!… TOPIC #accueil :Bienvenue à tous");
      assertThat(robot.until("topic").path("topic").asString()).isEqualTo("Bienvenue à tous");
      assertThat(lea.page().locator("header").getByText("Bienvenue à tous")).isVisible();

      bob.send("QUIT :bonne nuit");
      assertThat(robot.until("quit").path("quit").asString()).isEqualTo("bob");
      assertThat(lea.page().getByText("En ligne – 2")).isVisible();
      assertThat(lea.button("Membres 2")).isVisible(); // a guest who has gone is no member
    }
    // who has an account still belongs to it
    assertThat(lea.page().getByText("Hors ligne – 1")).isVisible();
    assertThat(lea.button("Membres 2")).isVisible();
  }

  @Test
  void who_asks_in_a_browser_is_let_in_by_irc_and_a_program_sees_both() {
    try (var robot = JsonClient.connect(house().port(), Map.of())) {
      robot.ask(
          "{'register':'robot','password':'%1$s','confirmation':'%1$s'}"
              .formatted(WebPerson.PASSWORD));
      robot.ask("{'create':'#projets','on_request':true}");
      var bob = house().irc("bob").send("NICKSERV REGISTER une-tasse-de-thé");
      bob.until("900 … … … :…");
      robot.ask("{'invite':'bob','channel':'#projets'}");
      bob.join("#projets");
      robot.ask("{'mode':'+h bob','channel':'#projets'}");

      var lea = person(Device.PHONE, "lea");
      lea.composer().fill("/knock #projets bonjour, groupe 3");
      lea.send();
      assertThat(lea.page().getByText("Demande envoyée.")).isVisible();
      bob.until(":ChanServ NOTICE %#projets :lea asks to come in: bonjour, groupe 3");
      assertThat(robot.until("asked_to_join").path("asked_to_join").asString()).isEqualTo("lea");

      bob.send("PRIVMSG ChanServ :ACCEPT #projets lea");
      bob.until(":lea!… JOIN #projets");
      assertThat(lea.page().getByText("Vous avez rejoint #projets")).isVisible();
      assertThat(robot.until("request_answered").path("accepted").asBoolean()).isTrue();
      lea.open("projets");
      lea.say("merci");
      bob.until(":lea!… PRIVMSG #projets :merci");
    }
  }
}
