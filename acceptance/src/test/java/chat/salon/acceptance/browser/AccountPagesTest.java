package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// Making an account and logging in: what is wrong is said beside the field.
class AccountPagesTest extends BrowserTest {

  @EachDevice
  void A2_a_login_that_is_taken_is_told_with_another_one(Device device) {
    person(device, "jules");
    var other = tab(device).page();
    other.navigate("/register");
    other.getByLabel("Identifiant").fill("jules");
    other.getByLabel("Identifiant").blur();
    assertThat(other.getByText("« jules » est déjà pris. Essayez jules2 ?")).isVisible();
  }

  @EachDevice
  void A3_what_does_not_match_is_told_and_nothing_is_cleared(Device device) {
    var page = tab(device).page();
    page.navigate("/register");
    page.getByLabel("Identifiant").fill("lea");
    field(page, "Mot de passe").fill(WebPerson.PASSWORD);
    field(page, "Confirmer le mot de passe").fill("autre chose");
    page.getByRole(AriaRole.BUTTON, named("Créer un compte")).click();
    assertThat(page.getByText("Les deux mots de passe ne sont pas identiques.")).isVisible();
    assertThat(field(page, "Confirmer le mot de passe")).isFocused();
    assertThat(field(page, "Mot de passe")).hasValue(WebPerson.PASSWORD);
  }

  @EachDevice
  void A3_a_wrong_password_stays_on_the_page_and_says_so(Device device) {
    person(device, "jules");
    var page = tab(device).page();
    page.navigate("/login");
    page.getByLabel("Identifiant").fill("jules");
    field(page, "Mot de passe").fill("pas le bon");
    page.getByRole(AriaRole.BUTTON, named("Se connecter")).click();
    assertThat(page.getByText("Identifiant ou mot de passe incorrect.")).isVisible();
    assertThat(page.getByLabel("Identifiant")).hasValue("jules");
    field(page, "Mot de passe").fill(WebPerson.PASSWORD);
    page.getByRole(AriaRole.BUTTON, named("Se connecter")).click();
    assertThat(page.locator("textarea")).isVisible();
  }

  private static com.microsoft.playwright.Locator field(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
