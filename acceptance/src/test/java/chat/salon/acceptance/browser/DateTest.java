package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The window over history opens at a date, as it does at a link.
class DateTest extends BrowserTest {
  private static final ZoneId ZONE = ZoneId.of("Pacific/Auckland");
  private static final int MESSAGES = 1500;
  private final LocalDate today = LocalDate.now(ZONE);
  // Every eleven minutes: more than the window holds between that day and now.
  private final Past past =
      Past.of(
          "#accueil",
          Instant.now().minus(Duration.ofMinutes(11L * MESSAGES)),
          Duration.ofMinutes(11),
          MESSAGES,
          3);

  @Override
  void furnish(Path data) {
    past.write(data, number -> "numéro " + number + ".");
  }

  private WebPerson reader(Device device) {
    return WebPerson.register(
        tab(device.options().setLocale("fr-FR").setTimezoneId(ZONE.getId())), device, "lea");
  }

  private int firstOf(LocalDate day) {
    return IntStream.rangeClosed(1, MESSAGES)
        .filter(number -> !past.time(number).atZone(ZONE).toLocalDate().isBefore(day))
        .findFirst()
        .orElseThrow();
  }

  @EachDevice
  void M8_a_date_opens_the_window_at_the_first_message_of_that_day(Device device) {
    var lea = reader(device);
    lea.sees("numéro " + MESSAGES + ".");
    var day = today.minusDays(6);
    goTo(lea, day);
    var first = lea.message("numéro " + firstOf(day) + ".");
    assertThat(first).isInViewport();
    assertThat(lea.message("numéro " + (firstOf(day) - 1) + ".")).isAttached();
    lea.page().waitForURL(Pattern.compile(".*/c/.*/" + first.getAttribute("data-msgid")));
    // It is the same window: it goes on at both ends, and the present is a click away.
    lea.button("↓ Revenir au présent").click();
    assertThat(lea.message("numéro " + MESSAGES + ".")).isInViewport();
    lea.page().goBack();
    lea.page().goForward();
    assertThat(first).isInViewport();
  }

  @EachDevice
  void M8_the_heading_of_a_day_leads_to_other_days(Device device) {
    var lea = reader(device);
    goTo(lea, today.minusDays(6));
    assertThat(lea.message("numéro " + firstOf(today.minusDays(6)) + ".")).isInViewport();
    lea.log()
        .getByRole(AriaRole.BUTTON, named(Pattern.compile("Aller à une date")))
        .first()
        .click();
    // Years ago nothing was said: what follows is shown, and that it does.
    lea.label("Date").fill("2020-02-29");
    lea.button("Y aller").click();
    assertThat(lea.message("numéro 1.")).isInViewport();
    assertThat(lea.page().getByText("Aucun message le 29 février 2020")).isVisible();
  }

  @EachDevice
  void a_day_without_anything_since_is_told_beside_the_field(Device device) {
    var lea = reader(device);
    lea.button("Gérer le salon").click();
    item(lea, "Aller à une date").click();
    lea.label("Date").fill(today.plusDays(2).toString());
    lea.button("Y aller").click();
    assertThat(lea.page().getByRole(AriaRole.ALERT)).containsText("pas de message depuis ce jour");
    lea.label("Date").fill("");
    lea.button("Y aller").click();
    assertThat(lea.page().getByRole(AriaRole.ALERT)).containsText("Choisissez une date.");
  }

  private static void goTo(WebPerson person, LocalDate day) {
    person.button("Gérer le salon").click();
    item(person, "Aller à une date").click();
    person.label("Date").fill(day.toString());
    person.label("Date").press("Enter");
  }

  private static Locator item(WebPerson person, String name) {
    return person.page().getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName(name));
  }

  private static Locator.GetByRoleOptions named(Pattern name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
