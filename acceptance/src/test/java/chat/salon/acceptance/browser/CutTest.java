package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.testing.TcpProxy;

/// A network between the browser and the server that fails.
class CutTest extends BrowserTest {

  @EachDevice
  void M1_M2_what_is_said_in_a_dead_network_is_said_once_when_it_lives_again(Device device) {
    try (var network = TcpProxy.to(house().port())) {
      var address = "http://localhost:" + network.port();
      var lea =
          WebPerson.register(tab(address, device.options().setLocale("fr-FR")), device, "lea");
      var bob = house().irc("bob").join("#accueil");
      lea.say("avant");
      network.freeze();
      lea.composer().fill("pendant");
      lea.send();
      var pending = lea.log().locator("article.pending");
      assertThat(pending).containsText("pendant");
      assertThat(pending.getByLabel("En attente d’envoi")).isVisible();

      network.refuse(true);
      network.cut();
      assertThat(lea.page().getByText("1 en attente")).isVisible();
      assertThat(lea.composer()).isEnabled();
      lea.composer().fill("toujours");
      lea.send();
      assertThat(lea.page().getByText("2 en attente")).isVisible();
      bob.send("PRIVMSG #accueil :vous êtes là ?");
      bob.ping();

      network.refuse(false);
      network.thaw();
      lea.sees("vous êtes là ?");
      lea.sees("pendant");
      lea.sees("toujours");
      assertThat(pending).hasCount(0);
      bob.until(":lea!… PRIVMSG #accueil :pendant");
      bob.until(":lea!… PRIVMSG #accueil :toujours");
      assertThat(bob.ping()).noneMatch(line -> line.command().equals("PRIVMSG"));
    }
  }
}
