package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/// What becomes of what one writes, whatever becomes of the network and the server.
class SendTest extends BrowserTest {

  @Test
  void M1_a_message_that_is_written_while_the_server_is_dead_is_there_once_afterwards() {
    var lea = person(Device.DESKTOP, "lea");
    lea.say("avant");
    house().kill();
    lea.composer().fill("pendant");
    lea.composer().press("Enter");
    assertThat(lea.log().locator("article.pending")).hasText("pendant");
    house().start();
    lea.sees("pendant");
    assertThat(lea.log().locator("article.pending")).hasCount(0);
    lea.page().reload();
    lea.sees("avant");
    lea.sees("pendant");
  }

  @Test
  void M2_what_waits_to_be_sent_outlives_the_page_and_goes_in_order() {
    var tab = tab(Device.DESKTOP);
    var lea = WebPerson.register(tab, Device.DESKTOP, "lea");
    house().kill();
    for (var text : new String[] {"un", "deux", "trois"}) {
      lea.composer().fill(text);
      lea.composer().press("Enter");
    }
    assertThat(lea.page().getByText("3 en attente")).isVisible();
    house().start();
    lea.sees("trois");
    assertThat(lea.log().locator("article[data-msgid] .text"))
        .hasText(new String[] {"un", "deux", "trois"});
  }

  @Test
  void M3_a_draft_is_there_after_a_reload() {
    var lea = person(Device.DESKTOP, "lea");
    lea.composer().fill("pas encore fini");
    lea.page().reload();
    assertThat(lea.composer()).hasValue("pas encore fini");
  }

  @Test
  void M4_shift_enter_is_a_new_line_and_the_arrow_edits_the_last_message() {
    var lea = person(Device.DESKTOP, "lea");
    lea.composer().pressSequentially("une");
    lea.composer().press("Shift+Enter");
    lea.composer().pressSequentially("deux");
    lea.composer().press("Enter");
    lea.sees("deux");
    assertThat(lea.composer()).hasValue("");
    lea.composer().press("ArrowUp");
    assertThat(lea.composer()).hasValue("une\ndeux");
    lea.composer().press("Escape");
    assertThat(lea.composer()).hasValue("");
  }

  @Test
  void M5_a_name_is_completed_and_an_unknown_command_keeps_its_text() {
    house().irc("bob").join("#accueil");
    var lea = person(Device.DESKTOP, "lea");
    lea.composer().pressSequentially("@bo");
    lea.page().getByRole(AriaRole.OPTION, new GetByRoleOptions().setName("bob")).waitFor();
    lea.composer().press("Tab");
    assertThat(lea.composer()).hasValue("@bob ");
    lea.composer().fill("/bna bob");
    lea.composer().press("Enter");
    assertThat(lea.page().getByText("Commande inconnue /bna – vouliez-vous dire /ban ?"))
        .isVisible();
    assertThat(lea.composer()).hasValue("/bna bob");
  }

  @Test
  void M6_a_message_is_answered_and_deleted_from_its_menu() {
    var friend = house().irc("bob").join("#accueil");
    var lea = person(Device.DESKTOP, "lea");
    friend.send("PRIVMSG #accueil :qui vient ?");
    lea.sees("qui vient ?");
    lea.choose("qui vient ?", "Répondre");
    lea.composer().fill("moi !");
    lea.composer().press("Enter");
    assertThat(lea.message("moi !").getByText("qui vient ?")).isVisible();
    lea.choose("moi !", "Supprimer");
    lea.page()
        .getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Supprimer"))
        .click();
    assertThat(lea.log().getByText("Message supprimé")).isVisible();
    assertThat(lea.log().getByText("moi !")).hasCount(0);
  }
}
