package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is where, in windows of every size, and how one gets there without a mouse.
class LayoutTest extends BrowserTest {

  @Test
  void F2_a_wide_window_shows_all_and_a_narrow_one_has_drawers() {
    var lea = person(Device.DESKTOP, "lea");
    var page = lea.page();
    var list = page.getByRole(AriaRole.NAVIGATION);
    var members = page.getByText("En ligne – 1");
    assertThat(list).isVisible();
    assertThat(members).isVisible();
    page.setViewportSize(1000, 700);
    assertThat(list).isVisible();
    assertThat(members).isHidden();
    page.setViewportSize(390, 844);
    assertThat(list).isHidden();
    lea.button("Ouvrir la liste des conversations").click();
    assertThat(list).isVisible();
    page.keyboard().press("Escape");
    assertThat(list).isHidden();
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("^Membres")))
        .click();
    assertThat(members).isVisible();
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 390, 800, 1200})
  void G8_nothing_is_wider_than_the_window(int width) {
    var lea = person(Device.DESKTOP, "lea");
    var page = lea.page();
    lea.say("un-mot-qui-ne-finit-pas".repeat(20));
    page.setViewportSize(width, 700);
    for (var path : List.of("", "/settings", "/help", "/profile/lea")) {
      if (!path.isEmpty()) {
        page.navigate(path);
      }
      page.locator("h1").first().waitFor();
      assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
          .as("%s at %d", path, width)
          .isEqualTo(true);
    }
  }

  @Test
  void the_language_is_that_of_the_browser_and_can_be_changed() {
    var page = tab(Device.DESKTOP.options().setLocale("en-GB")).page();
    page.navigate("/login");
    assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Log in")))
        .isVisible();
    var lea = person(Device.DESKTOP, "lea");
    lea.page().navigate("/settings");
    lea.page().getByText("English", new GetByTextOptions().setExact(true)).click();
    assertThat(lea.page().locator("h1")).hasText("Settings");
  }
}
