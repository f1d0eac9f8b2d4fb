package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// What people say that they are doing.
class StatusTest extends BrowserTest {

  private static void openDialog(WebPerson person) {
    person.openList();
    person.page().locator(".me .who").click();
    person
        .page()
        .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Statut"))
        .click();
  }

  private static Locator text(WebPerson person) {
    return person.page().getByLabel("Que faites-vous ?");
  }

  @EachDevice
  void what_one_says_is_seen_beside_the_name_until_it_is_taken_back(Device device) {
    var jules = person(device, "jules");
    var lea = person(device, "lea");
    openDialog(lea);
    lea.button("📅 En réunion").click();
    assertThat(text(lea)).hasValue("📅 En réunion");
    lea.page().getByText("1 heure").click();
    lea.button("Enregistrer").click();
    assertThat(lea.page().locator(".me")).containsText("📅 En réunion");

    if (device == Device.PHONE) {
      jules.button("Membres 2").click();
    }
    var member = jules.page().locator("[data-region=members] li").filter(with("lea"));
    assertThat(member).containsText("📅 En réunion");
    member.click();
    assertThat(jules.page().locator("dialog")).containsText("📅 En réunion");

    lea.page().reload();
    openDialog(lea);
    assertThat(text(lea)).hasValue("📅 En réunion");
    lea.button("Effacer le statut").click();
    assertThat(jules.page().locator("dialog")).not().containsText("📅 En réunion");
  }

  @EachDevice
  void the_dialog_can_be_used_by_everybody(Device device) {
    var options = device.options().setLocale("fr-FR").setBypassCSP(true);
    var lea = WebPerson.register(tab(options), device, "lea");
    openDialog(lea);
    assertThat(text(lea)).isFocused();
    Axe.check(lea, house(), "status");
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
