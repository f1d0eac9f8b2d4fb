package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/// The page of what concerns one: mentions, replies and reactions.
class ActivityPageTest extends BrowserTest {
  private static final int MANY = 70;

  @EachDevice
  void what_concerns_me_is_counted_listed_as_it_happens_and_leads_to_its_message(Device device) {
    var lea = person(device, "lea");
    var jules = person(device, "jules");
    lea.say("le thé est prêt");
    lea.say("qui veut du lait ?");
    jules.sees("qui veut du lait ?");
    jules.react("le thé est prêt", "👍");
    lea.openList();
    assertThat(list(lea).getByText("1 nouveauté")).isVisible();
    list(lea).getByText("Activité").click();
    assertThat(lea.page().locator("h1")).hasText("Activité");
    assertThat(rows(lea)).hasCount(1);
    assertThat(rows(lea)).containsText("jules réagit à votre message 👍");
    assertThat(rows(lea)).containsText("le thé est prêt #accueil");
    assertThat(rows(lea).getByText("Nouveau")).isVisible();

    jules.say("merci lea");
    assertThat(rows(lea)).hasCount(2);
    assertThat(rows(lea).first()).containsText("vous mentionne");
    jules.choose("qui veut du lait ?", "Répondre");
    jules.composer().fill("**moi** !");
    jules.send();
    assertThat(rows(lea)).hasCount(3);
    assertThat(rows(lea).first()).containsText("vous répond");
    assertThat(rows(lea).first()).containsText("**moi** !");

    tab(lea, "Mentions").click();
    assertThat(rows(lea)).hasCount(1);
    tab(lea, "Réactions").click();
    assertThat(rows(lea)).hasCount(1);
    jules.react("le thé est prêt", "👍");
    assertThat(panel(lea).getByText("Ici viendront les réactions")).isVisible();
    tab(lea, "Tout").click();
    assertThat(rows(lea)).hasCount(2);

    rows(lea).last().getByRole(AriaRole.LINK).click();
    assertThat(lea.message("merci lea")).isInViewport();
    lea.openList();
    assertThat(list(lea).getByText("Activité")).isVisible();
    assertThat(list(lea).getByText("nouveauté")).hasCount(0);
    lea.page().navigate("/activity");
    assertThat(rows(lea)).hasCount(2);
    assertThat(rows(lea).getByText("Nouveau")).hasCount(0);
  }

  @EachDevice
  void an_empty_list_says_what_will_be_there_and_a_long_one_goes_on(Device device) {
    var lea = person(device, "lea");
    lea.page().navigate("/activity");
    assertThat(panel(lea).getByText("Ici viendront les messages qui vous mentionnent")).isVisible();
    var sam = house().irc("sam").join("#accueil");
    for (int i = 1; i <= MANY; i++) {
      sam.send("PRIVMSG #accueil :lea " + i + ".");
      sam.ping();
    }
    assertThat(rows(lea).first()).containsText("lea " + MANY + ".");
    lea.page().reload();
    assertThat(rows(lea).first()).containsText("lea " + MANY + ".");
    while (rows(lea).count() < MANY) {
      rows(lea).last().scrollIntoViewIfNeeded();
    }
    assertThat(rows(lea)).hasCount(MANY);
    assertThat(rows(lea).last()).containsText("lea 1.");
  }

  @Test
  void it_is_reached_and_read_by_keyboard() {
    var lea = person(Device.DESKTOP, "lea");
    lea.page().keyboard().press("Control+Shift+M");
    assertThat(lea.page().locator("h1")).hasText("Activité");
    tab(lea, "Tout").focus();
    lea.page().keyboard().press("ArrowRight");
    assertThat(tab(lea, "Mentions")).isFocused();
    assertThat(tab(lea, "Mentions")).hasAttribute("aria-selected", "true");
    assertThat(panel(lea)).containsText("Ici viendront les messages où quelqu’un écrit votre nom");
    lea.page().keyboard().press("Escape");
    assertThat(lea.composer()).isVisible();
  }

  @EachDevice
  void it_can_be_used_by_everybody(Device device) {
    var options = device.options().setLocale("fr-FR").setBypassCSP(true);
    var lea = WebPerson.register(tab(options), device, "lea");
    var jules = person(device, "jules");
    lea.say("le thé est prêt");
    lea.page().navigate("/activity");
    jules.sees("le thé est prêt");
    jules.react("le thé est prêt", "👍");
    jules.say("merci lea");
    assertThat(rows(lea)).hasCount(2);
    Axe.check(lea, house(), "activity");
  }

  private static Locator list(WebPerson person) {
    return person.page().getByRole(AriaRole.NAVIGATION);
  }

  private static Locator rows(WebPerson person) {
    return person.page().locator("main li");
  }

  private static Locator panel(WebPerson person) {
    return person.page().getByRole(AriaRole.TABPANEL);
  }

  private static Locator tab(WebPerson person, String name) {
    return person.page().getByRole(AriaRole.TAB, new GetByRoleOptions().setName(name));
  }
}
