package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
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
  void G3_the_shortcut_sheet_opens_by_key_and_gives_the_focus_back() {
    var lea = person(Device.DESKTOP, "lea");
    lea.composer().focus();
    lea.page().keyboard().press("Control+/");
    var sheet = lea.page().getByRole(AriaRole.DIALOG);
    assertThat(sheet).isVisible();
    lea.page().keyboard().press("Escape");
    assertThat(sheet).isHidden();
    assertThat(lea.composer()).isFocused();
  }

  @Test
  void G4_a_key_goes_from_region_to_region() {
    var lea = person(Device.DESKTOP, "lea");
    lea.composer().focus();
    var regions = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      lea.page().keyboard().press("Control+F6");
      regions.add(
          (String)
              lea.page()
                  .evaluate(
                      "() => document.activeElement.closest('[data-region]')?.dataset.region"));
    }
    assertThat(regions).doesNotContainNull().doesNotHaveDuplicates();
  }

  @Test
  void F3_the_switcher_finds_a_channel_without_its_accents() {
    var lea = person(Device.DESKTOP, "lea");
    lea.composer().fill("/join #café");
    lea.send();
    assertThat(lea.page().getByRole(AriaRole.NAVIGATION).getByText("café")).isVisible();
    lea.page().keyboard().press("Control+K");
    lea.page().keyboard().type("cafe");
    assertThat(
            lea.page().getByRole(AriaRole.OPTION, new GetByRoleOptions().setName("café")).first())
        .isVisible();
    lea.page().keyboard().press("Enter");
    assertThat(lea.page().locator("h1")).containsText("café");
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
