package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;

/// How long people wait in a channel of a thousand members with ten thousand messages: from each
/// key and click to the next paint, as the browser tells it. No test: `./salon bench web` runs it.
class InteractionBench extends BrowserTest {
  private static final Path REPORT = Path.of("target", "bench-web.md");
  private static final int TIMES = 10;
  private final List<String> lines = new ArrayList<>();

  @Override
  void furnish(Path data) {
    CrowdedTest.crowd(data);
  }

  @EachDevice
  void of_everything_that_people_do_all_day(Device device) {
    var tab = tab(device);
    var vitals = Vitals.of(tab.page());
    var lea = WebPerson.register(tab, device, "lea");
    row(device, "first load, until one can write (browser knows nothing)", vitals.readyMillis());
    lea.page().reload();
    assertThat(lea.composer()).isVisible();
    row(device, "the same again (browser has the files)", vitals.readyMillis());

    vitals.forget();
    lea.composer().pressSequentially("Une phrase de quelques mots, lettre par lettre. @mem");
    lea.composer().fill("");
    row(device, "typing, a name completed", vitals.interactions());

    for (int i = 0; i < TIMES; i++) {
      lea.composer().pressSequentially("message " + i);
      lea.send();
      lea.sees("message " + i);
    }
    row(device, "writing and sending", vitals.interactions());

    for (int i = 0; i < TIMES; i++) {
      members(lea, device);
    }
    row(device, "opening and closing the members", vitals.interactions());

    for (int i = 0; i < TIMES; i++) {
      lea.page().keyboard().press("Control+K");
      lea.page().getByRole(AriaRole.DIALOG).waitFor();
      lea.page().keyboard().type("acc");
      lea.page().keyboard().press("Escape");
    }
    row(device, "switcher, three letters", vitals.interactions());

    lea.composer().fill("/join #projets");
    lea.send();
    assertThat(lea.composer()).hasValue("");
    vitals.forget();
    for (int i = 0; i < TIMES; i++) {
      lea.open(i % 2 == 0 ? "projets" : "accueil");
      assertThat(lea.page().locator("h1")).containsText(i % 2 == 0 ? "projets" : "accueil");
    }
    row(device, "switching channels", vitals.interactions());

    for (int i = 0; i < TIMES; i++) {
      lea.react("message 9", "👍");
    }
    row(device, "reacting", vitals.interactions());
  }

  private static void members(WebPerson reader, Device device) {
    var button =
        reader.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Membres 1001"));
    button.click();
    if (device.isPhone()) {
      reader.button("Masquer les membres").first().click();
    }
  }

  private void row(Device device, String what, double millis) {
    lines.add(String.format(Locale.ROOT, "| %s | %s | | %.0f |", name(device), what, millis));
  }

  private void row(Device device, String what, List<Double> slow) {
    lines.add(
        String.format(
            Locale.ROOT,
            "| %s | %s | %d | %s |",
            name(device),
            what,
            slow.size(),
            slow.isEmpty() ? "below 16" : String.format(Locale.ROOT, "%.0f", slow.getLast())));
  }

  private static String name(Device device) {
    return device.name().toLowerCase(Locale.ROOT);
  }

  @AfterEach
  void report() throws IOException {
    if (!Files.exists(REPORT)) {
      lines.addFirst("| window | what | took 16 ms or more | longest, ms |\n|---|---|--:|--:|");
    }
    Files.writeString(
        REPORT,
        String.join("\n", lines) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
