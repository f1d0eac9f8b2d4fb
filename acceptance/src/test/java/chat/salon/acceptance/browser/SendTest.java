package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/// What becomes of what one writes, whatever becomes of the network and the server.
class SendTest extends BrowserTest {

  @EachDevice
  void M1_a_message_that_is_written_while_the_server_is_dead_is_there_once_afterwards(
      Device device) {
    var lea = person(device, "lea");
    lea.say("avant");
    house().kill();
    lea.composer().fill("pendant");
    lea.send();
    assertThat(lea.log().locator("article.pending")).hasText("pendant");
    house().start();
    lea.sees("pendant");
    assertThat(lea.log().locator("article.pending")).hasCount(0);
    lea.page().reload();
    lea.sees("avant");
    lea.sees("pendant");
  }

  @EachDevice
  void M2_what_waits_to_be_sent_outlives_the_page_and_goes_in_order(Device device) {
    var tab = tab(device);
    var lea = WebPerson.register(tab, device, "lea");
    house().kill();
    for (var text : new String[] {"un", "deux", "trois"}) {
      lea.composer().fill(text);
      lea.send();
    }
    assertThat(lea.page().getByText("3 en attente")).isVisible();
    house().start();
    lea.sees("trois");
    assertThat(lea.log().locator("article[data-msgid] .text"))
        .hasText(new String[] {"un", "deux", "trois"});
  }

  @EachDevice
  void M3_a_draft_is_there_after_a_reload_and_on_another_device(Device device) {
    var lea = person(device, "lea");
    lea.composer().fill("pas encore fini");
    lea.page().reload();
    assertThat(lea.composer()).hasValue("pas encore fini");
    var other = WebPerson.logIn(tab(device.other()), device.other(), "lea");
    assertThat(other.composer()).hasValue("pas encore fini");
  }

  @EachDevice
  void M4_enter_sends_where_there_are_keys_and_the_arrow_edits_the_last_message(Device device) {
    var lea = person(device, "lea");
    lea.composer().pressSequentially("une");
    lea.composer().press(device.isPhone() ? "Enter" : "Shift+Enter");
    lea.composer().pressSequentially("deux");
    lea.send();
    lea.sees("deux");
    assertThat(lea.composer()).hasValue("");
    lea.composer().press("ArrowUp");
    assertThat(lea.composer()).hasValue("une\ndeux");
    lea.composer().press("Escape");
    assertThat(lea.composer()).hasValue("");
    lea.composer().fill("gras");
    lea.composer().selectText();
    lea.composer().press("Control+B");
    assertThat(lea.composer()).hasValue("**gras**");
  }

  @EachDevice
  void M5_names_channels_emojis_and_commands_are_completed(Device device) {
    house().irc("bob").join("#accueil");
    var lea = person(device, "lea");
    var list = lea.page().getByRole(AriaRole.LISTBOX);
    for (var each :
        new String[][] {{"@bo", "@bob "}, {"#acc", "#accueil "}, {"/topi", "/topic "}}) {
      lea.composer().pressSequentially(each[0]);
      assertThat(list).isVisible();
      lea.composer().press("Tab");
      assertThat(lea.composer()).hasValue(each[1]);
      lea.composer().fill("");
    }
    lea.composer().pressSequentially(":th");
    assertThat(list.getByRole(AriaRole.OPTION)).not().hasCount(0);
    lea.composer().press("ArrowDown");
    lea.composer().press("Enter");
    assertThat(lea.composer()).hasValue(Pattern.compile("[^\\x00-\\x7f]+ "));
    lea.composer().fill("");
    lea.composer().pressSequentially("@bo");
    assertThat(list).isVisible();
    lea.composer().press("Escape");
    assertThat(list).hasCount(0);
    assertThat(lea.composer()).hasValue("@bo");
  }

  @EachDevice
  void M5_a_command_shows_how_it_goes_on_and_one_that_is_unknown_keeps_its_text(Device device) {
    var lea = person(device, "lea");
    lea.composer().fill("/kick bob");
    assertThat(lea.page().getByText(Pattern.compile("^/kick <"))).isVisible();
    lea.composer().fill("/bna bob");
    lea.send();
    assertThat(lea.page().getByText("Commande inconnue /bna – vouliez-vous dire /ban ?"))
        .isVisible();
    assertThat(lea.composer()).hasValue("/bna bob");
    lea.composer().fill("//bna");
    lea.send();
    lea.sees("/bna");
  }

  @EachDevice
  void M6_a_message_is_answered_and_deleted_from_its_menu(Device device) {
    var friend = house().irc("bob").join("#accueil");
    var lea = person(device, "lea");
    friend.send("PRIVMSG #accueil :qui vient ?");
    lea.sees("qui vient ?");
    lea.choose("qui vient ?", "Répondre");
    lea.composer().fill("moi !");
    lea.send();
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
