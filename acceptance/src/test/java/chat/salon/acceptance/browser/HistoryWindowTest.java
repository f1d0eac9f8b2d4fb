package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chat.salon.acceptance.IrcClient;
import org.junit.jupiter.api.Test;

/// The window over history: it is small, and what one reads stays where it is.
class HistoryWindowTest extends BrowserTest {
  private static final int MESSAGES = 900;
  private static final int MOST_ROWS = 300;

  private IrcClient fill(WebPerson reader) {
    var friend = house().irc("bob").join("#accueil");
    for (int i = 1; i <= MESSAGES; i++) {
      friend.send("PRIVMSG #accueil :numéro " + i + ".");
      if (i % 100 == 0) {
        friend.ping();
      }
    }
    reader.sees("numéro " + MESSAGES + ".");
    return friend;
  }

  @Test
  void M8_scrolling_back_never_moves_what_is_read_nor_keeps_everything_in_the_page() {
    var lea = person(Device.DESKTOP, "lea");
    fill(lea);
    lea.page().reload();
    toEnd(lea);
    while (!isAtBegin(lea)) {
      var oldest = oldest(lea);
      var kept = scrollToTop(lea);
      lea.page().waitForCondition(() -> isAtBegin(lea) || !oldest.equals(oldest(lea)));
      assertThat(top(lea, kept.msgid())).isCloseTo(kept.top(), within(1.0));
      assertThat(lea.log().locator("[data-msgid]").count()).isLessThanOrEqualTo(MOST_ROWS);
    }
    lea.sees("numéro 1.");
  }

  @Test
  void M7_who_reads_back_stays_there_and_is_told_of_what_is_new() {
    var lea = person(Device.DESKTOP, "lea");
    var friend = fill(lea);
    var kept = look(lea, "pane.scrollTop -= 900;");
    friend.send("PRIVMSG #accueil :encore un");
    var button = lea.button("↓ 1 nouveau");
    assertThat(button).isVisible();
    assertThat(top(lea, kept.msgid())).isCloseTo(kept.top(), within(1.0));
    button.click();
    lea.sees("encore un");
    assertThat(lea.message("encore un")).isInViewport();
  }

  // A page opens at the first message that is unread, if any is.
  private static void toEnd(WebPerson reader) {
    var end = reader.message("numéro " + MESSAGES + ".");
    var button = reader.button("↓ Revenir au présent");
    end.or(button).first().waitFor();
    if (end.count() == 0) {
      button.click();
    }
    assertThat(end).isInViewport();
  }

  private static boolean isAtBegin(WebPerson person) {
    return person.page().getByText("Début de").count() > 0;
  }

  private static String oldest(WebPerson person) {
    return String.valueOf(person.log().locator("[data-msgid]").first().getAttribute("data-msgid"));
  }

  /// A row, and where it is in the window.
  private record Row(String msgid, double top) {}

  // Scrolls and looks in one step, before anything is loaded.
  private static Row scrollToTop(WebPerson person) {
    return look(person, "pane.scrollTop = 60;");
  }

  private static Row look(WebPerson person, String first) {
    var found =
        (String)
            person
                .page()
                .evaluate(
                    """
                    () => {
                      const pane = document.querySelector('[data-region=messages]');
                      %s
                      const top = pane.getBoundingClientRect().top;
                      const row = [...pane.querySelectorAll('[data-msgid]')]
                        .find((each) => each.getBoundingClientRect().top >= top);
                      return row.dataset.msgid + ' ' + row.getBoundingClientRect().top;
                    }\
                    """
                        .formatted(first));
    var words = found.split(" ");
    return new Row(words[0], Double.parseDouble(words[1]));
  }

  private static double top(WebPerson person, String msgid) {
    return person.page().locator("[data-msgid='" + msgid + "']").boundingBox().y;
  }
}
