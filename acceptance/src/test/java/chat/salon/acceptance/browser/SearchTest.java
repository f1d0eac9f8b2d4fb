package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/// Searching the messages in the app.
class SearchTest extends BrowserTest {
  private static final int MOST_TRIES = 200;

  @EachDevice
  void M8_a_hit_opens_the_message_in_its_place_and_going_back_finds_the_hits_again(Device device) {
    var lea = person(device, "lea");
    lea.say("La Réunion est à midi");
    for (int i = 0; i < 3; i++) {
      lea.say("autre chose " + i);
    }
    var search = open(lea);
    look(lea, "reunions", 1);
    var hit = search.getByRole(AriaRole.LINK);
    assertThat(hit).hasCount(1);
    assertThat(hit.locator("mark")).hasText("Réunion");
    assertThat(hit).containsText("#accueil");
    assertThat(hit).containsText("autre chose 0"); // what was said after it
    hit.click();
    assertThat(lea.page().locator("article.target")).containsText("La Réunion est à midi");
    if (device.isPhone()) {
      assertThat(search).isHidden();
    }
    lea.page().goBack();
    assertThat(search.getByRole(AriaRole.LINK)).hasCount(1);
    assertThat(field(lea)).hasValue("reunions");
    lea.button("Fermer la recherche").click();
    assertThat(search).isHidden();
  }

  @EachDevice
  void D1_in_a_private_conversation_the_search_begins_there_and_is_widened_by_one_click(
      Device device) {
    var bob = house().irc("bob").join("#accueil");
    var lea = person(device, "lea");
    bob.until(":lea!… JOIN #accueil");
    bob.send("PRIVMSG lea :un mot privé", "PRIVMSG #accueil :un mot pour tous");
    lea.sees("un mot pour tous");
    lea.open("bob");
    lea.sees("un mot privé");
    var search = open(lea);
    look(lea, "mot", 1);
    assertThat(search).containsText("Avec bob");
    lea.button("Chercher partout").first().click();
    assertThat(search.getByRole(AriaRole.LINK)).hasCount(2);
  }

  @EachDevice
  void F4_an_empty_result_echoes_the_search_and_suggests_two_others(Device device) {
    var lea = person(device, "lea");
    lea.say("une réunion demain");
    var search = open(lea);
    look(lea, "demain", 1);
    look(lea, "reunion zut", 0);
    assertThat(search).containsText("Rien pour « reunion zut ».");
    var others = search.locator(".ways button");
    assertThat(others).hasCount(2);
    others.first().click();
    assertThat(search.getByRole(AriaRole.LINK)).hasCount(1);
  }

  @EachDevice
  void G6_a_search_that_means_nothing_is_told_beside_the_field_and_stays(Device device) {
    var lea = person(device, "lea");
    open(lea);
    field(lea).fill("thé avant:demain");
    var alert = lea.page().getByRole(AriaRole.SEARCH).getByRole(AriaRole.ALERT);
    assertThat(alert).containsText("avant:demain n'est pas une date");
    assertThat(field(lea)).hasValue("thé avant:demain");
  }

  @EachDevice
  void G3_filters_are_added_and_taken_away_and_the_order_is_chosen(Device device) {
    var bob = house().irc("bob").join("#accueil");
    var lea = person(device, "lea");
    bob.until(":lea!… JOIN #accueil");
    bob.send("PRIVMSG #accueil :voir https://salon.test");
    lea.sees("voir");
    lea.say("voir plus tard");
    var search = open(lea);
    look(lea, "voir", 2);
    button(search, "Avec un lien").click();
    assertThat(field(lea)).hasValue("voir contient:lien");
    assertThat(search.getByRole(AriaRole.LINK)).hasCount(1);
    button(search, "Retirer contient:lien").click();
    assertThat(search.getByRole(AriaRole.LINK)).hasCount(2);
    button(search, "Pertinents").click();
    assertThat(button(search, "Pertinents")).hasAttribute("aria-pressed", "true");
    assertThat(search.getByRole(AriaRole.LINK)).hasCount(2);
    if (!device.isPhone()) {
      field(lea).press("Escape");
      assertThat(search).isHidden();
      lea.page().keyboard().press("Control+K");
      lea.page().getByRole(AriaRole.COMBOBOX).fill("voir");
      lea.page().getByRole(AriaRole.OPTION).last().click();
      assertThat(search.getByRole(AriaRole.LINK)).hasCount(2);
    }
  }

  // ---- What they do ----

  private static Locator open(WebPerson who) {
    who.button("Rechercher").click();
    var search = who.page().getByRole(AriaRole.SEARCH);
    assertThat(search).isVisible();
    return search;
  }

  private static Locator field(WebPerson who) {
    return who.page().getByRole(AriaRole.SEARCH).getByRole(AriaRole.SEARCHBOX);
  }

  // The index follows what is said a moment behind.
  private static void look(WebPerson who, String text, int hits) {
    var search = who.page().getByRole(AriaRole.SEARCH);
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      field(who).fill(text);
      field(who).press("Enter");
      search.locator(".results[aria-busy=false]").waitFor();
      if (search.getByRole(AriaRole.LINK).count() == hits) {
        break;
      }
    }
    assertThat(search.getByRole(AriaRole.LINK)).hasCount(hits);
  }

  private static Locator button(Locator within, String name) {
    return within.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
