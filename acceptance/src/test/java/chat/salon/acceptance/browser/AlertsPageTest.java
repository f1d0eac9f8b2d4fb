package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;

/// What an open page does while nobody looks at it: its title, a sound, and notifications.
class AlertsPageTest extends BrowserTest {
  private static final Pattern ONE_WAITS = Pattern.compile("^\\(1\\) .*");
  private static final Pattern NONE_WAITS = Pattern.compile("^[^(].*");

  @EachDevice
  void a_message_shows_and_sounds_while_nobody_looks_until_it_is_read(Device device) {
    var lea = alert(device);
    var shown = new ToldDevice(lea.page());
    var bob = house().irc("bob").join("#accueil");
    bob.send("PRIVMSG #accueil :me voici");
    lea.sees("me voici"); // with a line: the page opens without one
    look(lea.page(), "hidden");
    bob.send("PRIVMSG #accueil :bonjour à tous", "PRIVMSG lea :tu es là ?");
    shown.shows("bob|Nouveau message");
    assertThat(lea.page()).hasTitle(ONE_WAITS);
    assertThat(sounds(lea.page())).as("notes of one sound").isEqualTo(2);

    look(lea.page(), "visible");
    lea.open("bob");
    lea.sees("tu es là ?");
    shown.shows();
    assertThat(lea.page()).hasTitle(NONE_WAITS);
  }

  @EachDevice
  void who_looks_or_does_not_want_to_be_disturbed_is_left_alone(Device device) {
    var lea = alert(device);
    var shown = new ToldDevice(lea.page());
    var bob = house().irc("bob").join("#accueil");
    bob.send("PRIVMSG #accueil :lea: regarde");
    lea.sees("lea: regarde");
    lea.openList();
    lea.page().locator(".me .who").click();
    var quiet =
        lea.page()
            .getByRole(
                AriaRole.MENUITEMCHECKBOX, new Page.GetByRoleOptions().setName("Ne pas déranger"));
    quiet.click();
    assertThat(quiet).isChecked();
    look(lea.page(), "hidden");
    bob.send("PRIVMSG lea :chut");
    assertThat(lea.page()).hasTitle(ONE_WAITS);
    assertThat(sounds(lea.page())).isZero();
    shown.shows();
  }

  private WebPerson alert(Device device) {
    var tab = tab(device.keeping().setPermissions(List.of("notifications")));
    // Nobody hears the sounds of this browser.
    tab.page()
        .addInitScript(
            """
            window.sounds = 0;
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (when) {
              window.sounds++;
              start.call(this, when);
            };
            """);
    var lea = WebPerson.register(tab, device, "lea");
    lea.page().evaluate("() => navigator.serviceWorker.ready.then(() => true)");
    lea.page().navigate("/settings");
    var turn =
        lea.page()
            .getByRole(
                AriaRole.SWITCH,
                new Page.GetByRoleOptions().setName("Seulement tant que Salon est ouvert"));
    turn.click();
    assertThat(turn).hasAttribute("aria-checked", "true");
    lea.page().navigate("/");
    assertThat(lea.composer()).isVisible();
    return lea;
  }

  // Whether a page is in front is for the browser's window to say, and this one has none.
  private static void look(Page page, String state) {
    page.evaluate(
        """
        (state) => {
          Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }\
        """,
        state);
  }

  private static int sounds(Page page) {
    return (Integer) page.evaluate("() => window.sounds");
  }
}
