package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/// Somebody who uses the app in French.
final class WebPerson {
  static final String PASSWORD = "une tasse de thé vert";

  private final Page page;
  private final Device device;
  private final String login;

  private WebPerson(Page page, Device device, String login) {
    this.page = page;
    this.device = device;
    this.login = login;
  }

  /// Opens the address, makes an account, and lands in the first channel.
  static WebPerson register(Tab tab, Device device, String login) {
    var person = new WebPerson(tab.page(), device, login);
    person.page.navigate("/register");
    person.label("Identifiant").fill(login);
    person.label("Mot de passe").fill(PASSWORD);
    person.label("Confirmer le mot de passe").fill(PASSWORD);
    person.button("Créer un compte").click();
    assertThat(person.composer()).isVisible();
    return person;
  }

  /// Comes back to an account that was made elsewhere.
  static WebPerson logIn(Tab tab, Device device, String login) {
    var person = new WebPerson(tab.page(), device, login);
    person.page.navigate("/login");
    person.label("Identifiant").fill(login);
    person.label("Mot de passe").fill(PASSWORD);
    person.button("Se connecter").click();
    assertThat(person.composer()).isVisible();
    return person;
  }

  Page page() {
    return page;
  }

  String login() {
    return login;
  }

  Locator label(String text) {
    return page.getByLabel(text, new GetByLabelOptions().setExact(true));
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }

  Locator composer() {
    return page.locator("textarea");
  }

  /// All that is shown of the conversation.
  Locator log() {
    return page.getByRole(AriaRole.LOG);
  }

  /// The message with this text.
  Locator message(String text) {
    return page.locator("article[data-msgid]", new Page.LocatorOptions().setHasText(text));
  }

  /// Writes and sends, and waits until the server has it.
  void say(String text) {
    composer().fill(text);
    send();
    sees(text);
  }

  /// Sends what is written.
  void send() {
    if (device.isPhone()) {
      button("Envoyer").tap();
    } else {
      composer().press("Enter");
    }
  }

  /// Puts one of the emojis that are at hand under a message, or takes it away.
  void react(String text, String emoji) {
    if (device.isPhone()) {
      choose(text, "Réagir " + emoji);
    } else {
      message(text).hover();
      message(text).getByRole(AriaRole.BUTTON, named("Réagir " + emoji)).click();
    }
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  /// Waits until a message with this text, which the server has, is shown once.
  void sees(String text) {
    assertThat(message(text)).hasCount(1);
  }

  /// Has the list of conversations before them.
  void openList() {
    if (device.isPhone()) {
      button("Ouvrir la liste des conversations").click();
    }
  }

  /// Opens a conversation from the list.
  void open(String name) {
    openList();
    page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK, named(name)).click();
    assertThat(composer()).isVisible();
  }

  /// Chooses something from the menu of a message.
  void choose(String text, String item) {
    var row = message(text);
    if (device.isPhone()) {
      row.dispatchEvent("contextmenu");
    } else {
      row.hover();
      row.getByRole(AriaRole.BUTTON, named("Plus")).click();
    }
    page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName(item)).click();
  }
}
