package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What fingers do, and what eyes need.
class TouchTest extends BrowserTest {
  private static final String SMALL =
      """
      () => [...document.querySelectorAll('.button, .icon-button, .menu-item, .input, nav a, textarea')]
        .filter((each) => each.checkVisibility({ visibilityProperty: true }))
        .filter((each) => {
          const { width, height } = each.getBoundingClientRect();
          return width > 0 && Math.min(width, height) < 44;
        })
        .map((each) => each.className + ' ' + (each.ariaLabel ?? each.textContent))\
      """;

  @Test
  void M6_a_finger_that_rests_on_a_message_opens_its_menu_from_below() {
    var lea = person(Device.PHONE, "lea");
    lea.say("touche-moi");
    var box = lea.message("touche-moi").getByText("touche-moi").boundingBox();
    var screen = lea.page().context().newCDPSession(lea.page());
    touch(screen, "touchStart", box.x + 5, box.y + 5);
    var menu = lea.page().getByRole(AriaRole.MENU);
    assertThat(menu).isVisible();
    touch(screen, "touchEnd", 0, 0);
    assertThat(menu).isVisible();
    assertThat(menu).hasCSS("position", "fixed");
    lea.page().touchscreen().tap(100, 100);
    assertThat(menu).hasCount(0);
  }

  @Test
  void G8_what_fingers_have_to_hit_is_large_enough() {
    var page = tab(Device.PHONE).page();
    page.navigate("/login");
    page.locator("form").waitFor();
    assertThat((List<?>) page.evaluate(SMALL)).as("log in").isEmpty();
    var lea = person(Device.PHONE, "lea");
    lea.say("bonjour");
    assertThat((List<?>) lea.page().evaluate(SMALL)).as("chat").isEmpty();
    lea.openList();
    assertThat((List<?>) lea.page().evaluate(SMALL)).as("list").isEmpty();
    lea.page().keyboard().press("Escape");
    lea.message("bonjour").dispatchEvent("contextmenu");
    assertThat((List<?>) lea.page().evaluate(SMALL)).as("menu").isEmpty();
  }

  @Test
  void G8_who_wants_no_motion_gets_none_and_who_wants_contrast_gets_it() {
    var lea =
        WebPerson.register(
            tab(
                Device.DESKTOP
                    .options()
                    .setLocale("fr-FR")
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setContrast(com.microsoft.playwright.options.Contrast.MORE)),
            Device.DESKTOP,
            "lea");
    lea.page().keyboard().press("Control+K");
    var dialog = lea.page().getByRole(AriaRole.DIALOG);
    assertThat(dialog).isVisible();
    assertThat(
            (String)
                dialog.evaluate(
                    "each => each.getAnimations({ subtree: true })"
                        + ".map((one) => one.effect.getComputedTiming().duration)"
                        + ".filter((duration) => duration > 1).join()"))
        .isEmpty();
    assertThat(lea.page().locator("html")).hasAttribute("data-contrast", "more");
  }

  private static void touch(CDPSession screen, String type, double x, double y) {
    var points = new JsonArray();
    if (type.equals("touchStart")) {
      var point = new JsonObject();
      point.addProperty("x", x);
      point.addProperty("y", y);
      points.add(point);
    }
    var event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    screen.send("Input.dispatchTouchEvent", event);
  }
}
