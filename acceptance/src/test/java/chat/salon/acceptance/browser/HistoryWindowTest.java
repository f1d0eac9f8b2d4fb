package chat.salon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.IrcClient;

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

  @EachDevice
  void M8_scrolling_back_never_moves_what_is_read_nor_keeps_everything_in_the_page(Device device) {
    var lea = person(device, "lea");
    fill(lea);
    lea.page().reload();
    toEnd(lea);
    while (!isAtBegin(lea)) {
      var oldest = oldest(lea);
      var kept = Anchor.of(lea, "pane.scrollTop = 60;");
      lea.page().waitForCondition(() -> isAtBegin(lea) || !oldest.equals(oldest(lea)));
      kept.isKept(lea);
      assertThat(lea.log().locator("[data-msgid]").count()).isLessThanOrEqualTo(MOST_ROWS);
    }
    lea.sees("numéro 1.");
  }

  @EachDevice
  void M7_who_reads_back_stays_there_and_is_told_of_what_is_new(Device device) {
    var lea = person(device, "lea");
    var friend = fill(lea);
    var kept = Anchor.of(lea, "pane.scrollTop -= 900;");
    friend.send("PRIVMSG #accueil :encore un");
    var button = lea.button("↓ 1 nouveau");
    assertThat(button).isVisible();
    kept.isKept(lea);
    button.click();
    lea.sees("encore un");
    assertThat(lea.message("encore un")).isInViewport();
  }

  @EachDevice
  void M7_a_message_that_comes_just_after_the_reader_scrolled_is_not_taken_for_read(Device device) {
    var lea = person(device, "lea");
    var friend = fill(lea);
    scrollsJustBefore(lea, "encore un");
    friend.send("PRIVMSG #accueil :encore un");
    assertThat(lea.button("↓ 1 nouveau")).isVisible();
    assertThat(lea.message("encore un")).not().isInViewport();
  }

  // A browser tells of a scroll with the next frame, which may be after a message that comes.
  private static void scrollsJustBefore(WebPerson reader, String text) {
    reader
        .page()
        .evaluate(
            """
            text => {
              const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
              Object.defineProperty(MessageEvent.prototype, 'data', {
                configurable: true,
                get() {
                  const value = data.get.call(this);
                  if (String(value).includes(text)) {
                    Object.defineProperty(MessageEvent.prototype, 'data', data);
                    document.querySelector('[data-region=messages]').scrollTop -= 900;
                  }
                  return value;
                },
              });
            }\
            """,
            text);
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
}
