package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/// What is new is seen, told to those who cannot see it, and over once it is read.
class ReadingTest extends BrowserTest {

  @EachDevice
  void F3_the_list_shows_mentions_before_the_unread_and_those_before_the_rest(Device device) {
    var lea = person(device, "lea");
    var bob = house().irc("bob").join("#accueil");
    for (var channel : new String[] {"#zen", "#cuisine", "#art"}) {
      lea.composer().fill("/join " + channel);
      lea.send();
      assertThat(lea.composer()).hasValue("");
      bob.join(channel);
    }
    bob.send(
        "PRIVMSG #zen :@lea regarde",
        "PRIVMSG #cuisine :une tarte",
        "PRIVMSG lea :bonjour en privé");
    lea.openList();
    var list = lea.page().getByRole(AriaRole.NAVIGATION);
    var links = list.getByRole(AriaRole.LINK);
    assertThat(links)
        .hasText(
            new Pattern[] {
              Pattern.compile("zen"),
              Pattern.compile("cuisine"),
              Pattern.compile("accueil"),
              Pattern.compile("art"),
              Pattern.compile("bob")
            });
    assertThat(links.nth(0)).containsText("1 mention");
    assertThat(links.nth(1)).containsText("1 message non lu");
    assertThat(links.nth(1)).hasCSS("font-weight", "600");
    assertThat(links.nth(4)).containsText("1");
  }

  @EachDevice
  void F3_what_is_read_by_irc_is_read_in_the_app_and_the_other_way_round(Device device) {
    var lea = person(device, "lea");
    var bob = house().irc("bob").join("#accueil");
    var weechat = house().server().dial().logIn("lea", WebPerson.PASSWORD, "draft/read-marker");
    lea.composer().fill("/join #art");
    lea.send();
    lea.open("art");
    assertThat(lea.page().locator("h1")).containsText("art");
    bob.send("PRIVMSG #accueil :première", "PRIVMSG #accueil :seconde");
    weechat.until(":bob!… PRIVMSG #accueil :seconde");
    lea.openList();
    var link =
        lea.page()
            .getByRole(AriaRole.NAVIGATION)
            .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("accueil"));
    assertThat(link).containsText("2 messages non lus");
    weechat.send("MARKREAD #accueil timestamp=2999-01-04T14:33:26.123Z");
    assertThat(link).not().containsText("non lu");
    weechat.until("MARKREAD #accueil timestamp=…");

    bob.send("PRIVMSG #accueil :troisième");
    assertThat(link).containsText("1 message non lu");
    link.click();
    lea.sees("troisième");
    weechat.until("MARKREAD #accueil timestamp=…");
  }

  @EachDevice
  void M7_the_divider_stands_at_the_first_unread_until_escape(Device device) {
    var lea = person(device, "lea");
    var bob = house().irc("bob").join("#accueil");
    lea.say("avant");
    lea.composer().fill("/join #art");
    lea.send();
    assertThat(lea.composer()).hasValue("");
    lea.page().navigate("/c/%23art");
    assertThat(lea.page().locator("h1")).containsText("art");
    bob.send("PRIVMSG #accueil :première", "PRIVMSG #accueil :seconde");
    bob.ping();
    lea.open("accueil");
    lea.sees("seconde");
    var divider = lea.log().getByText("Nouveaux messages");
    assertThat(divider).isVisible();
    assertThat(lea.page().locator("[data-key=unread] + [data-msgid]")).containsText("première");
    lea.composer().press("Escape");
    assertThat(divider).hasCount(0);
  }

  @EachDevice
  void G5_only_what_others_say_now_is_announced(Device device) {
    var bob = house().irc("bob").join("#accueil");
    bob.send("PRIVMSG #accueil :hier");
    bob.ping();
    var lea = person(device, "lea");
    lea.say("de moi");
    bob.send("PRIVMSG #accueil :tout de suite");
    lea.sees("tout de suite");
    assertThat(lea.log()).hasAttribute("aria-live", "polite");
    assertThat(lea.log()).hasAttribute("aria-relevant", "additions");
    assertThat(lea.message("de moi")).hasAttribute("aria-live", "off");
    assertThat(lea.message("tout de suite")).not().hasAttribute("aria-live", "off");
    lea.page().reload();
    lea.sees("tout de suite");
    assertThat(lea.message("tout de suite")).hasAttribute("aria-live", "off");
  }

  @EachDevice
  void M6_one_heading_for_what_one_person_says_at_once(Device device) {
    var lea = person(device, "lea");
    var bob = house().irc("bob").join("#accueil");
    bob.send("PRIVMSG #accueil :un", "PRIVMSG #accueil :deux");
    lea.sees("deux");
    assertThat(name(lea, "un")).isVisible();
    assertThat(name(lea, "deux")).hasCount(0);
    assertThat(lea.log().getByText(Pattern.compile("^Aujourd’hui"))).isVisible();
    lea.say("trois");
    bob.send("PRIVMSG #accueil :quatre");
    lea.sees("quatre");
    assertThat(name(lea, "quatre")).isVisible();
  }

  @EachDevice
  void G7_what_cannot_be_undone_is_named_and_cancel_has_the_focus(Device device) {
    var lea = person(device, "lea");
    lea.say("à effacer");
    lea.choose("à effacer", "Supprimer");
    var dialog = lea.page().getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("Supprimer ce message ?");
    assertThat(cancel(dialog)).isFocused();
    lea.page().keyboard().press("Enter");
    assertThat(dialog).hasCount(0);
    lea.sees("à effacer");
    lea.button("Gérer le salon").click();
    lea.page()
        .getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName("Quitter le salon"))
        .click();
    assertThat(dialog).containsText("Quitter #accueil ?");
    assertThat(cancel(dialog)).isFocused();
  }

  private static Locator name(WebPerson reader, String text) {
    return reader
        .message(text)
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^bob$")));
  }

  private static Locator cancel(Locator dialog) {
    return dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Annuler"));
  }
}
