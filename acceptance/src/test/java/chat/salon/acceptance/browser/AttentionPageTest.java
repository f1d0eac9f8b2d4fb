package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/// Of how much in a conversation one wants to be told, and what the app counts then.
class AttentionPageTest extends BrowserTest {

  @EachDevice
  void what_is_muted_counts_nowhere_until_it_is_not_any_more(Device device) {
    var bob = house().irc("bob").join("#accueil");
    var lea = person(device, "lea");
    fromMenu(lea);
    lea.button("Une heure").click();
    assertThat(lea.page().getByText("En sourdine jusqu’au")).isVisible();
    lea.page().keyboard().press("Escape");
    assertThat(lea.button("En sourdine")).isVisible();

    lea.page().navigate("/settings");
    lea.page().locator("h1").waitFor();
    bob.send("PRIVMSG #accueil :lea: coucou", "PRIVMSG lea :et ici");
    assertThat(lea.page()).hasTitle(Pattern.compile("^\\(1\\) .*"));

    lea.page().navigate("/d/bob");
    lea.sees("et ici");
    assertThat(lea.page()).hasTitle(Pattern.compile("^[^(].*"));
    lea.openList();
    link(lea).dispatchEvent("contextmenu");
    lea.button("Ne plus mettre en sourdine").click();
    assertThat(lea.button("Une heure")).isVisible();
    assertThat(lea.page()).hasTitle(Pattern.compile("^\\(1\\) .*"));
  }

  @EachDevice
  void a_level_counts_everything_or_nothing_and_is_kept(Device device) {
    var bob = house().irc("bob").join("#accueil");
    var lea = person(device, "lea");
    fromMenu(lea);
    lea.page().getByText("De tout").click();
    assertThat(level(lea, "De tout")).isChecked();
    lea.page().navigate("/settings");
    lea.page().locator("h1").waitFor();
    bob.send("PRIVMSG #accueil :bonjour", "PRIVMSG #accueil :à tous");
    assertThat(lea.page()).hasTitle(Pattern.compile("^\\(2\\) .*"));

    lea.page().navigate("/c/%23accueil");
    lea.sees("à tous");
    fromMenu(lea);
    assertThat(level(lea, "De tout")).isChecked();
    lea.page().getByText("De rien").click();
    assertThat(level(lea, "De rien")).isChecked();
    lea.page().navigate("/settings");
    lea.page().locator("h1").waitFor();
    bob.send("PRIVMSG #accueil :lea: et toi", "PRIVMSG lea :ici");
    assertThat(lea.page()).hasTitle(Pattern.compile("^\\(1\\) .*"));
  }

  @EachDevice
  void the_dialog_can_be_used_by_everybody(Device device) {
    var options = device.options().setLocale("fr-FR").setBypassCSP(true);
    var lea = WebPerson.register(tab(options), device, "lea");
    fromMenu(lea);
    Axe.check(lea, house(), "attention");
    lea.button("Sans fin").click();
    assertThat(lea.page().getByText("jusqu’à ce que vous changiez d’avis")).isVisible();
    Axe.check(lea, house(), "muted");
  }

  private static void fromMenu(WebPerson lea) {
    lea.button("Gérer le salon").click();
    lea.page()
        .getByRole(
            AriaRole.MENUITEM,
            new Page.GetByRoleOptions().setName("Notifications de la conversation"))
        .click();
    lea.page().getByText("Me prévenir").waitFor();
  }

  private static Locator level(WebPerson lea, String name) {
    return lea.page().getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator link(WebPerson lea) {
    return lea.page()
        .getByRole(AriaRole.NAVIGATION)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("accueil"));
  }
}
