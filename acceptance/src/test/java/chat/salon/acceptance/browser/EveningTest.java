package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/// What somebody does on their first evening, with a friend who uses an IRC client.
class EveningTest extends BrowserTest {

  @EachDevice
  void A1_F1_M4_who_registers_lands_in_a_channel_writes_edits_and_reacts(Device device) {
    var friend = house().irc("bob").join("#accueil");
    var lea = person(device, "lea");
    friend.until(":lea!… JOIN …");

    lea.say("bonjour à tous");
    friend.until(":lea!… PRIVMSG #accueil :bonjour à tous");
    friend.send("PRIVMSG #accueil :salut lea, ça va ?");
    lea.sees("salut lea, ça va ?");

    lea.choose("bonjour à tous", "Modifier");
    lea.composer().fill("bonsoir à tous");
    lea.send();
    lea.sees("bonsoir à tous");
    friend.until("PRIVMSG #accueil :… bonsoir à tous");

    lea.react("salut lea", "👍");
    assertThat(
            lea.message("salut lea")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("👍 : vous")))
        .isVisible();
  }

  @EachDevice
  void D1_a_private_conversation_begins_from_the_switcher(Device device) {
    var friend = house().irc("bob");
    var lea = person(device, "lea");
    lea.page().keyboard().press("Control+K");
    lea.page().keyboard().type("bo");
    lea.page().getByRole(AriaRole.OPTION, new GetByRoleOptions().setName("bob")).first().waitFor();
    lea.page().keyboard().press("Enter");
    lea.say("tu viens ce soir ?");
    friend.until(":lea!… PRIVMSG bob :tu viens ce soir ?");
    friend.send("PRIVMSG lea :oui !");
    lea.sees("oui !");
  }

  @Test
  void a_page_that_is_loaded_again_is_no_departure_and_nothing_that_was_said_is_missing() {
    var lea = person(Device.DESKTOP, "lea");
    var friend = house().irc("bob").join("#accueil");
    lea.say("un instant");
    friend.until(":lea!… PRIVMSG #accueil :un instant");
    lea.page().reload();
    friend.send("PRIVMSG #accueil :d'accord");
    lea.sees("un instant");
    lea.sees("d'accord");
    assertThat(friend.ping()).noneMatch(line -> line.command().equals("QUIT"));
  }
}
