package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.regex.Pattern;

/// How one gets everywhere without a mouse; on a phone with a keyboard too.
class KeyboardTest extends BrowserTest {

  @EachDevice
  void G3_the_shortcut_sheet_opens_by_key_and_escape_gives_the_focus_back(Device device) {
    var lea = person(device, "lea");
    var sheet = lea.page().getByRole(AriaRole.DIALOG);
    lea.composer().focus();
    lea.page().keyboard().press("Control+/");
    assertThat(sheet).isVisible();
    lea.page().keyboard().press("Escape");
    assertThat(sheet).isHidden();
    assertThat(lea.composer()).isFocused();
    lea.composer().pressSequentially("?");
    assertThat(lea.composer()).hasValue("?");
    lea.button("Gérer le salon").focus();
    lea.page().keyboard().press("?");
    assertThat(sheet).isVisible();
    lea.page().keyboard().press("Escape");
    assertThat(lea.button("Gérer le salon")).isFocused();
  }

  @EachDevice
  void G3_escape_closes_the_topmost_layer_only(Device device) {
    var lea = person(device, "lea");
    lea.page().setViewportSize(1000, 800); // where the members are in a drawer
    var members = lea.page().getByText("En ligne – 1");
    assertThat(members).isHidden();
    lea.page().getByRole(AriaRole.BUTTON, named(Pattern.compile("^Membres"))).press("Enter");
    assertThat(members).isVisible();
    lea.page().keyboard().press("Control+K");
    assertThat(lea.page().getByRole(AriaRole.DIALOG)).isVisible();
    lea.page().keyboard().press("Escape");
    assertThat(lea.page().getByRole(AriaRole.DIALOG)).isHidden();
    assertThat(members).isVisible();
    lea.page().keyboard().press("Escape");
    assertThat(members).isHidden();
  }

  @EachDevice
  void G4_a_key_goes_from_region_to_region(Device device) {
    var lea = person(device, "lea");
    lea.composer().focus();
    var shown = lea.page().locator("[data-region]:visible").count();
    var regions = new ArrayList<String>();
    for (int i = 0; i < shown; i++) {
      lea.page().keyboard().press("Control+F6");
      regions.add(region(lea));
    }
    assertThat(regions).hasSize(device.isPhone() ? 3 : 5).doesNotHaveDuplicates();
    assertThat(regions.getLast()).isEqualTo("composer");
    lea.page().keyboard().press("Shift+Control+F6");
    assertThat(region(lea)).isEqualTo("messages");
  }

  @EachDevice
  void M6_the_menu_of_a_message_opens_by_key_and_gives_the_focus_back(Device device) {
    var lea = person(device, "lea");
    lea.say("un");
    lea.say("deux");
    lea.page().locator("[data-region=messages]").focus();
    lea.page().keyboard().press("ArrowUp");
    assertThat(lea.message("deux")).isFocused();
    lea.page().keyboard().press("ArrowUp");
    lea.page().keyboard().press("Shift+F10");
    var menu = lea.page().getByRole(AriaRole.MENU);
    assertThat(menu).isVisible();
    lea.page().keyboard().press("Escape");
    assertThat(menu).isHidden();
    assertThat(lea.message("un")).isFocused();
    lea.page().keyboard().press("Shift+F10");
    menu.getByRole(AriaRole.MENUITEM, item("Modifier")).press("Enter");
    assertThat(lea.composer()).hasValue("un");
    assertThat(lea.composer()).isFocused();
  }

  @EachDevice
  void F3_keys_go_to_the_next_conversation_and_the_switcher_finds_without_accents(Device device) {
    var lea = person(device, "lea");
    var bob = house().irc("bob").join("#accueil");
    lea.composer().fill("/join #café");
    lea.send();
    assertThat(lea.composer()).hasValue("");
    lea.page().keyboard().press("Control+K");
    lea.page().keyboard().type("cafe");
    assertThat(
            lea.page().getByRole(AriaRole.OPTION, new GetByRoleOptions().setName("café")).first())
        .isVisible();
    lea.page().keyboard().press("Enter");
    var title = lea.page().locator("h1");
    assertThat(title).containsText("café");
    lea.page().keyboard().press("Alt+ArrowUp");
    assertThat(title).containsText("accueil");
    lea.page().keyboard().press("Alt+ArrowDown");
    assertThat(title).containsText("café");
    bob.send("PRIVMSG #accueil :@lea tu es là ?");
    bob.ping();
    lea.page().waitForCondition(() -> lea.page().title().startsWith("(1)"));
    lea.page().keyboard().press("Alt+Shift+ArrowDown");
    assertThat(title).containsText("accueil");
    lea.sees("tu es là ?");
  }

  private static String region(WebPerson person) {
    return (String)
        person
            .page()
            .evaluate("() => document.activeElement.closest('[data-region]')?.dataset.region");
  }

  private static GetByRoleOptions named(Pattern name) {
    return new GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions item(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
