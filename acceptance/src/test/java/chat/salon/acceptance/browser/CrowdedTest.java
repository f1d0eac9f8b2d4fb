package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Timeout;

/// A channel of a thousand members in which ten thousand messages were said.
@Timeout(120)
class CrowdedTest extends BrowserTest {
  static final int MESSAGES = 10_000;
  static final int MEMBERS = 1_000;
  private static final int MOST_ROWS = 300;
  private static final int FAR = 900;

  @Override
  void furnish(Path data) {
    crowd(data);
  }

  static void crowd(Path data) {
    var step = Duration.ofMinutes(1);
    var begin = Instant.now().minus(step.multipliedBy(MESSAGES));
    Past.of("#accueil", begin, step, MESSAGES, MEMBERS).write(data, CrowdedTest::text);
  }

  // One line or several, as people write.
  private static String text(int number) {
    return "numéro "
        + number
        + ". "
        + "Encore un peu de texte pour que ce soit lu. ".repeat(number % 7);
  }

  @EachDevice
  void M8_G2_there_are_never_more_than_300_rows_and_nothing_shifts(Device device) {
    var tab = tab(device);
    var vitals = Vitals.of(tab.page());
    var lea = WebPerson.register(tab, device, "lea");
    lea.sees("numéro " + MESSAGES + ".");
    assertThat(lea.page().getByRole(AriaRole.BUTTON, named("Membres 1001"))).isVisible();

    var present = lea.message("numéro " + MESSAGES + ".");
    while (lea.message("numéro " + (MESSAGES - FAR) + ".").count() == 0) {
      scroll(lea, -1);
    }
    assertThat(present).hasCount(0);
    while (present.count() == 0) {
      scroll(lea, 1);
    }

    assertThat(vitals.mostRows()).isGreaterThan(MOST_ROWS / 2).isLessThanOrEqualTo(MOST_ROWS);
    assertThat(vitals.shifts()).isEmpty();
  }

  // A screen or two at a time, and on when what is loaded is there: the browser takes rows that
  // come
  // in the very frame in which the reader scrolls for rows that have moved.
  private static void scroll(WebPerson reader, int direction) {
    reader
        .page()
        .evaluate(
            "by => document.querySelector('[data-region=messages]').scrollBy(0, by)",
            direction * 1500);
    Vitals.painted(reader.page());
    assertThat(reader.log()).hasAttribute("aria-busy", "false");
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name);
  }
}
