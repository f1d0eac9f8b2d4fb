package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.salon.acceptance.JsonClient;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Timeout;

/// Whatever happens around it, in any order, the row that somebody reads stays where it is.
@Timeout(180)
class AnchorTest extends BrowserTest {
  private static final int MESSAGES = 800;
  private static final int STEPS = 40;
  private final long seed = Long.getLong("salon.seed", System.nanoTime());
  private final SplittableRandom random = new SplittableRandom(seed);
  private int said;

  @Override
  void furnish(Path data) {
    var step = Duration.ofMinutes(3);
    Past.of("#accueil", Instant.now().minus(step.multipliedBy(MESSAGES)), step, MESSAGES, 5)
        .write(
            data, number -> "ligne " + number + ". " + "un mot et encore un ".repeat(number % 5));
  }

  @EachDevice
  void M7_M8_the_row_that_is_read_never_moves(Device device) {
    System.out.println("AnchorTest: to see the same again, -Dsalon.seed=" + seed);
    var lea = person(device, "lea");
    lea.button("Ne plus montrer").click();
    lea.sees("ligne " + MESSAGES + ".");
    try (var friend = JsonClient.connect(house().port(), Map.of())) {
      friend.ask(
          "{'register':'friend','password':'%1$s','confirmation':'%1$s'}"
              .formatted(WebPerson.PASSWORD));
      friend.ask("{'join':'#accueil'}");
      Anchor.of(lea, "pane.scrollTop -= 1500;");
      for (int i = 0; i < STEPS; i++) {
        settle(lea);
        leaveEnd(lea);
        step(lea, device, friend);
      }
    }
  }

  private void step(WebPerson lea, Device device, JsonClient friend) {
    switch (random.nextInt(5)) {
      case 0 -> {
        // Older rows come in front.
        var kept = Anchor.of(lea, "pane.scrollTop = 200 + " + random.nextInt(300) + ";");
        settle(lea);
        kept.isKept(lea);
      }
      case 1 -> {
        var kept = Anchor.of(lea, "");
        friend.ask("{'channel_message':'nouveau %d','channel':'#accueil'}".formatted(++said));
        kept.isKept(lea);
      }
      case 2 -> {
        // A row above grows by its reactions.
        var kept = Anchor.of(lea, "");
        var above = above(lea, kept);
        friend.ask("{'react':'🎉','to':'%s','channel':'#accueil'}".formatted(above));
        assertThat(row(lea, above).getByText("🎉")).isVisible();
        kept.isKept(lea);
      }
      case 3 -> {
        var kept = Anchor.of(lea, "");
        int height = device.isPhone() ? 844 : 800;
        var size = lea.page().viewportSize();
        // Every line above wraps anew.
        lea.page().setViewportSize(size.width - 20 + random.nextInt(40), height);
        kept.isKept(lea);
      }
      default -> {
        var kept = Anchor.of(lea, "pane.scrollTop -= " + random.nextInt(500) + ";");
        settle(lea);
        kept.isKept(lea);
      }
    }
  }

  // Who is within 100 px of the end follows it, and wants to.
  private static void leaveEnd(WebPerson lea) {
    Anchor.of(
        lea,
        """
        const below = pane.scrollHeight - pane.clientHeight - pane.scrollTop;
        if (below < 300) pane.scrollTop -= 900;\
        """);
    settle(lea);
  }

  // Until all that was asked for is there, and on the screen.
  private static void settle(WebPerson lea) {
    Vitals.painted(lea.page());
    assertThat(lea.log()).hasAttribute("aria-busy", "false");
  }

  // The row just above: it may be seen in part, or not at all.
  private static String above(WebPerson lea, Anchor anchor) {
    return (String)
        lea.page()
            .evaluate(
                """
                msgid => {
                  const all = [...document.querySelectorAll('[role=log] [data-msgid]')];
                  const at = all.findIndex((each) => each.dataset.msgid === msgid);
                  return all[Math.max(0, at - 1)].dataset.msgid;
                }\
                """,
                anchor.msgid());
  }

  private static Locator row(WebPerson lea, String msgid) {
    return lea.page().locator("[data-msgid='" + msgid + "']");
  }
}
