package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.salon.acceptance.JsonClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;

/// Groups in the browser: made of people, listed among them, named, filled and left.
class GroupsPageTest extends BrowserTest {

  @EachDevice
  void D1_a_group_is_made_of_people_and_listed_among_them(Device device) {
    var jules = person(device, "jules");
    var lea = person(device, "lea");
    account("samir");
    begin(jules);
    pick(jules, "le", "lea");
    pick(jules, "sam", "samir");
    assertThat(chips(jules)).containsText(new String[] {"lea", "samir"});
    assertThat(jules.page().getByText("Encore 17 sur 20 au plus, vous compris.")).isVisible();
    jules.button("Créer").click();
    assertThat(jules.page().getByRole(AriaRole.HEADING, title("lea, samir"))).isVisible();
    assertThat(jules.page().getByText("3 personnes")).isVisible();
    jules.say("on se voit ?");

    assertThat(lea.page().getByText("jules vous a ajouté à un groupe.")).isVisible();
    lea.openList();
    var people =
        lea.page().getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Messages privés"));
    people.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("jules, samir")).click();
    lea.sees("on se voit ?");
    assertThat(lea.log()).containsText("jules a ajouté lea");
    lea.say("oui");
    jules.sees("oui");
    assertThat(jules.page()).hasURL(Pattern.compile(".*/c/%23~[a-z2-7]{16}"));
  }

  @EachDevice
  void D1_it_is_named_filled_and_left(Device device) {
    var jules = person(device, "jules");
    var lea = person(device, "lea");
    account("samir");
    begin(jules);
    pick(jules, "le", "lea");
    jules.label("Nom du groupe").fill("Sortie");
    jules.button("Créer").click();
    assertThat(jules.page().getByRole(AriaRole.HEADING, title("Sortie"))).isVisible();
    jules.say("bonjour");
    lea.open("Sortie");
    lea.sees("bonjour");

    menu(lea, "Nommer le groupe");
    assertThat(lea.label("Nom du groupe")).hasValue("Sortie");
    lea.label("Nom du groupe").fill("Sortie de mai");
    lea.label("Nom du groupe").press("Enter");
    assertThat(jules.page().getByRole(AriaRole.HEADING, title("Sortie de mai"))).isVisible();
    assertThat(jules.log()).containsText("lea a nommé le groupe « Sortie de mai »");

    menu(lea, "Ajouter des personnes…");
    pick(lea, "sam", "samir");
    lea.button("Ajouter").click();
    assertThat(jules.log()).containsText("lea a ajouté samir");
    assertThat(jules.page().getByText("3 personnes")).isVisible();

    menu(lea, "Quitter le groupe");
    var confirm = lea.page().getByRole(AriaRole.DIALOG);
    assertThat(confirm).containsText("Quitter « Sortie de mai » ?");
    assertThat(lea.button("Annuler")).isFocused();
    confirm.getByRole(AriaRole.BUTTON, exact("Quitter le groupe")).click();
    assertThat(lea.page()).hasURL(Pattern.compile(".*/c/%23accueil"));
    lea.openList();
    assertThat(lea.page().getByRole(AriaRole.NAVIGATION).getByText("Sortie de mai")).hasCount(0);
    assertThat(jules.page().getByText("2 personnes")).isVisible();
  }

  @EachDevice
  void D1_two_who_talk_ask_others_in_and_what_is_wrong_is_told(Device device) {
    account("lea");
    try (var samir = account("samir")) {
      var jules = person(device, "jules");
      jules.page().navigate("/d/lea");
      jules.say("à deux");
      jules.button("Ajouter des personnes…").click();
      assertThat(chips(jules)).hasText(new String[] {"lea"});
      jules.button("Retirer lea").click();
      jules.button("Créer").click();
      assertThat(jules.page().getByRole(AriaRole.ALERT))
          .containsText("Choisissez au moins une personne.");
      jules.label("Avec qui ?").fill("personne");
      assertThat(jules.page().getByText("Personne ne s’appelle « personne » ici.")).isVisible();
      samir.ask("{'set_privacy':true,'write':'friends'}");
      pick(jules, "le", "lea");
      pick(jules, "sam", "samir");
      jules.button("Créer").click();
      assertThat(jules.page().getByRole(AriaRole.ALERT)).containsText("samir ne se laisse ajouter");
      // Nothing is cleared: one goes on without whom one may not add.
      jules.button("Retirer samir").click();
      jules.button("Créer").click();
      assertThat(jules.page().getByRole(AriaRole.HEADING, title("lea"))).isVisible();
      assertThat(jules.page().getByText("2 personnes")).isVisible();
    }
  }

  @EachDevice
  void G3_it_is_made_by_keyboard_alone_and_friends_come_first(Device device) {
    try (var lea = account("lea")) {
      account("leonie");
      var jules = person(device, "jules");
      lea.ask("{'befriend':'jules'}");
      jules.page().navigate("/friends");
      jules.button("Accepter lea").click();
      begin(jules);
      var dialog = jules.page().getByRole(AriaRole.DIALOG);
      assertThat(jules.label("Avec qui ?")).isFocused();
      assertThat(dialog.getByRole(AriaRole.BUTTON, exact("lea"))).hasCount(1);
      var keys = jules.page().keyboard();
      keys.type("le");
      assertThat(dialog.locator(".found button")).hasCount(2);
      assertThat(dialog.locator(".found button").first()).containsText("lea");
      keys.press("Enter");
      assertThat(chips(jules)).hasText(new String[] {"lea"});
      keys.type("leo");
      assertThat(dialog.locator(".found button")).hasCount(1);
      assertThat(dialog.locator(".found button")).containsText("leonie");
      keys.press("Enter");
      assertThat(chips(jules)).hasText(new String[] {"lea", "leonie"});
      keys.press("Backspace");
      assertThat(chips(jules)).hasText(new String[] {"lea"});
      keys.press("Escape");
      assertThat(dialog).hasCount(0);
    }
  }

  @EachDevice
  void the_dialog_and_the_group_can_be_used_by_everybody(Device device) {
    account("lea");
    account("samir");
    var options = device.options().setLocale("fr-FR").setBypassCSP(true);
    var jules = WebPerson.register(tab(options), device, "jules");
    begin(jules);
    pick(jules, "sam", "samir");
    jules.label("Avec qui ?").fill("le");
    assertThat(jules.page().locator(".found button")).hasCount(1);
    Axe.check(jules, house(), "group");
    jules.page().locator(".found button").click();
    jules.button("Créer").click();
    assertThat(jules.page().getByRole(AriaRole.HEADING, title("samir, lea"))).isVisible();
    jules.say("bonjour");
    Axe.check(jules, house(), "in a group");
    jules.openList();
    Axe.check(jules, house(), "list with a group");
  }

  // Somebody who is known, and connected until their program is closed.
  private JsonClient account(String name) {
    var program = JsonClient.connect(house().port(), Map.of());
    program.ask(
        "{'register':'%1$s','password':'%2$s','confirmation':'%2$s'}"
            .formatted(name, WebPerson.PASSWORD));
    return program;
  }

  private static void begin(WebPerson person) {
    person.page().navigate("/c/%23accueil");
    assertThat(person.composer()).isVisible();
    person.openList();
    person.button("Nouveau groupe").click();
    assertThat(person.label("Avec qui ?")).isVisible();
  }

  private static void pick(WebPerson person, String typed, String name) {
    person.label("Avec qui ?").fill(typed);
    person
        .page()
        .getByRole(AriaRole.DIALOG)
        .locator(".found")
        .getByRole(AriaRole.BUTTON, exact(name))
        .click();
    assertThat(chips(person).filter(new Locator.FilterOptions().setHasText(name))).isVisible();
  }

  private static Locator chips(WebPerson person) {
    return person.page().locator(".chips li");
  }

  private static void menu(WebPerson person, String item) {
    person.button("Menu du groupe").click();
    person.page().getByRole(AriaRole.MENUITEM, named(item)).click();
  }

  // At its beginning a conversation says once more what it is called.
  private static Page.GetByRoleOptions title(String name) {
    return named(name).setLevel(1);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions exact(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
