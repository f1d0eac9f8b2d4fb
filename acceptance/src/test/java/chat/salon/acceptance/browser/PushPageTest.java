package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.JsonClient;
import chat.salon.acceptance.PushReceiver;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;

/// What a device shows while nobody looks, and how it is turned on.
class PushPageTest extends BrowserTest {
  private static final String HERE = "Être prévenu sur cet appareil";

  @Override
  String[] configuration() {
    return new String[] {"[push]", "local = true", "wait_seconds = 0"};
  }

  @EachDevice
  void a_device_shows_where_something_is_new_and_a_click_leads_there(Device device) {
    try (var push = new PushReceiver()) {
      var lea = told(device, push);
      var device1 = new ToldDevice(lea.page());
      lea.button("Envoyer une notification d’essai").click();
      device1.hand(push.next().text());
      device1.shows("Salon|Les notifications marchent sur cet appareil.");

      var bob = house().irc("bob");
      bob.send("PRIVMSG lea :canary-5521");
      var first = push.next().text();
      assertThat(first).doesNotContain("canary");
      device1.hand(first);
      device1.shows("Salon|Les notifications marchent sur cet appareil.", "bob|Nouveau message");
      bob.send("PRIVMSG lea :encore");
      device1.hand(push.next().text());
      device1.shows(
          "Salon|Les notifications marchent sur cet appareil.", "bob|2 nouveaux messages");

      device1.click("bob");
      lea.sees("canary-5521");
      lea.sees("encore");
      device1.shows("Salon|Les notifications marchent sur cet appareil.");
    }
  }

  @EachDevice
  void J2_P1_who_asks_is_let_in_or_refused_by_the_buttons_of_a_notification(Device device) {
    try (var push = new PushReceiver();
        var bob = JsonClient.connect(house().port(), Map.of())) {
      var lea = told(device, push);
      var device1 = new ToldDevice(lea.page());
      var text = turn(lea.page(), "Montrer qui écrit et le message");
      assertThat(text).hasAttribute("aria-checked", "true");
      try (var program = JsonClient.connect(house().port(), Map.of())) {
        program.ask("{'login':'lea','password':'" + WebPerson.PASSWORD + "'}");
        program.ask("{'create':'#projets','on_request':true}");
      }
      bob.ask(
          "{'register':'bob','password':'%1$s','confirmation':'%1$s'}"
              .formatted(WebPerson.PASSWORD));
      bob.ask("{'ask_to_join':'#projets','message':'groupe 3'}");
      device1.hand(push.next().text());
      device1.shows("bob · #projets|groupe 3");
      device1.press("bob · #projets", "accept");
      bob.until("conversation");
      device1.shows();

      bob.ask("{'befriend':'lea'}");
      device1.hand(push.next().text());
      device1.shows("bob|Demande d’ami");
      device1.press("bob", "refuse");
      bob.until("friend");
      device1.shows();
    }
  }

  @EachDevice
  void names_and_texts_are_shown_once_that_is_asked_for_and_nothing_after_the_log_out(
      Device device) {
    try (var push = new PushReceiver()) {
      var lea = told(device, push);
      var device1 = new ToldDevice(lea.page());
      var text = turn(lea.page(), "Montrer qui écrit et le message");
      assertThat(text).hasAttribute("aria-checked", "true");
      lea.page().reload();
      assertThat(text).hasAttribute("aria-checked", "true");
      var bob = house().irc("bob").join("#accueil");
      bob.send("PRIVMSG #accueil :lea: tu viens ?");
      device1.hand(push.next().text());
      device1.shows("bob · #accueil|lea: tu viens ?");

      lea.button("Se déconnecter").click();
      lea.page().waitForURL("**/login");
      bob.send("PRIVMSG lea :es-tu là ?");
      bob.ping();
      assertThat(lea.page().evaluate("() => localStorage.getItem('test-device')")).isNull();
      assertThat(push.hasMore()).isFalse();
    }
  }

  @EachDevice
  void who_blocks_notifications_reads_what_to_do_and_everybody_can_use_it(Device device) {
    try (var push = new PushReceiver()) {
      var lea = told(device, push, device.keeping().setBypassCSP(true));
      Axe.check(lea, house(), "notifications");
    }
    var blocked = device.keeping().setBypassCSP(true);
    var lea = WebPerson.logIn(tab(blocked), device, "lea");
    lea.page().navigate("/settings");
    var help = lea.page().getByText("Le navigateur bloque les notifications de ce site.");
    var here = lea.page().getByRole(AriaRole.SWITCH, named(HERE));
    help.or(here).waitFor();
    if (here.isVisible()) {
      here.click(); // it is blocked as soon as it is asked for
    }
    assertThat(help).isVisible();
    assertThat(lea.page().getByText("à gauche de l’adresse")).isVisible();
    Axe.check(lea, house(), "blocked notifications");
  }

  // This browser has no service of its own that would tell it: the test takes its place, with the
  // device's keys.
  private WebPerson told(Device device, PushReceiver push) {
    return told(device, push, device.keeping());
  }

  private WebPerson told(Device device, PushReceiver push, NewContextOptions options) {
    var tab = tab(options.setPermissions(List.of("notifications")));
    tab.page()
        .addInitScript(
            """
            const kept = 'test-device';
            const subscription = {
              endpoint: '%1$s',
              toJSON: () => ({ endpoint: '%1$s', keys: { p256dh: '%2$s', auth: '%3$s' } }),
              unsubscribe: async () => { localStorage.removeItem(kept); return true; },
            };
            PushManager.prototype.subscribe = async () => {
              localStorage.setItem(kept, 'yes');
              return subscription;
            };
            PushManager.prototype.getSubscription = async () =>
              localStorage.getItem(kept) ? subscription : null;
            """
                .formatted(push.endpoint(), push.key(), push.secret()));
    var lea = WebPerson.register(tab, device, "lea");
    lea.page().evaluate("() => navigator.serviceWorker.ready.then(() => true)");
    lea.page().navigate("/settings");
    assertThat(turn(lea.page(), HERE)).hasAttribute("aria-checked", "true");
    return lea;
  }

  private static Locator turn(Page page, String name) {
    var found = page.getByRole(AriaRole.SWITCH, named(name));
    found.click();
    return found;
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
