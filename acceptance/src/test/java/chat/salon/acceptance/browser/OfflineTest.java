package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// The app without its server: it opens, what was read can be read, and what is written waits.
class OfflineTest extends BrowserTest {

  @EachDevice
  void the_app_opens_without_a_server_and_what_is_written_then_arrives_once(Device device) {
    var bob = house().irc("bob").join("#accueil");
    var lea = keeping(device, "lea");
    bob.send("PRIVMSG #accueil :à demain");
    lea.sees("à demain");
    keeps(lea, "à demain");

    house().kill();
    lea.page().reload();
    lea.sees("à demain");
    assertThat(lea.page().getByText("Hors connexion")).isVisible();
    lea.composer().fill("écrit dans le train");
    lea.send();
    var pending = lea.log().locator("article.pending");
    assertThat(pending).containsText("écrit dans le train");
    lea.page().reload();
    assertThat(pending).containsText("écrit dans le train");

    house().start();
    var carol = house().irc("carol").join("#accueil");
    carol.send("PRIVMSG #accueil :vous revoilà");
    lea.sees("vous revoilà");
    lea.sees("écrit dans le train");
    lea.sees("à demain");
    assertThat(pending).hasCount(0);
    assertThat(lea.page().getByText("Hors connexion")).hasCount(0);
  }

  @EachDevice
  void what_happened_meanwhile_is_there_when_the_line_is_back(Device device) {
    var bob = house().irc("bob").join("#accueil");
    var lea = keeping(device, "lea");
    bob.send("PRIVMSG #accueil :un", "PRIVMSG #accueil :deux");
    lea.sees("deux");
    keeps(lea, "deux");
    lea.page().context().setOffline(true);
    lea.page().reload();
    lea.sees("deux");
    bob.send("PRIVMSG #accueil :trois", "PRIVMSG #accueil :quatre");
    bob.ping();

    lea.page().context().setOffline(false);
    for (var text : new String[] {"un", "deux", "trois", "quatre"}) {
      lea.sees(text);
    }
  }

  @EachDevice
  void a_conversation_that_was_never_opened_here_says_so(Device device) {
    var bob = house().irc("bob").join("#accueil");
    var lea = keeping(device, "lea");
    lea.say("bonjour");
    keeps(lea, "bonjour");
    bob.send("PRIVMSG lea :en privé");
    lea.openList();
    lea.page().getByRole(AriaRole.NAVIGATION).getByText("bob").first().waitFor();
    house().kill();
    lea.page().navigate("/d/bob");
    assertThat(lea.page().getByText("n’est pas gardée sur cet appareil")).isVisible();
  }

  @EachDevice
  void who_logs_out_leaves_nothing_on_the_device(Device device) {
    var lea = keeping(device, "lea");
    lea.say("un secret");
    keeps(lea, "un secret");
    lea.page().navigate("/settings");
    lea.button("Se déconnecter").click();
    lea.page().waitForURL("**/login");
    keepsNothing(lea.page());
    house().kill();
    lea.page().reload();
    assertThat(lea.page().getByText("ne répond pas")).isVisible();
    assertThat(lea.page().getByText("un secret")).hasCount(0);
  }

  @EachDevice
  void a_session_that_was_ended_elsewhere_leaves_nothing_either(Device device) {
    var lea = keeping(device, "lea");
    lea.say("un secret");
    keeps(lea, "un secret");
    lea.page().context().clearCookies();
    lea.page().reload();
    lea.page().waitForURL("**/login");
    keepsNothing(lea.page());
  }

  @EachDevice
  void a_shared_device_can_be_told_to_keep_nothing(Device device) {
    var lea = keeping(device, "lea");
    lea.say("un secret");
    keeps(lea, "un secret");
    lea.page().navigate("/settings");
    lea.page()
        .getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Lire hors connexion"))
        .click();
    keepsNothing(lea.page());
    lea.page().navigate("/");
    lea.say("encore un");
    lea.page().reload();
    lea.sees("encore un");
    assertThat(kept(lea.page())).isEqualTo("[]");
  }

  private WebPerson keeping(Device device, String login) {
    var person = WebPerson.register(tab(device.keeping()), device, login);
    person.page().evaluate("() => navigator.serviceWorker.ready.then(() => true)");
    return person;
  }

  // It is written a moment after it was seen.
  private static void keeps(WebPerson person, String text) {
    person.page().waitForCondition(() -> kept(person.page()).contains(text));
  }

  private static void keepsNothing(Page page) {
    page.waitForCondition(() -> kept(page).equals("[]"));
  }

  private static String kept(Page page) {
    return (String)
        page.evaluate(
            """
            () => new Promise((resolve, reject) => {
              const opened = indexedDB.open('salon');
              opened.onerror = () => reject(opened.error);
              opened.onsuccess = () => {
                const all = opened.result.transaction('conversations').objectStore('conversations').getAll();
                all.onsuccess = () => {
                  opened.result.close();
                  resolve(JSON.stringify(all.result));
                };
              };
            })\
            """);
  }
}
