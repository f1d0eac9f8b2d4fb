package chat.salon.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// The row that somebody reads, and how far it is from the upper edge of the messages.
record Anchor(String msgid, double top) {

  /// The first row that begins in the view, to a pixel.
  ///
  /// @param scroll what is done to the `pane` just before, in the same step: nothing is loaded yet
  static Anchor of(WebPerson reader, String scroll) {
    var found =
        (String)
            reader
                .page()
                .evaluate(
                    """
                    () => {
                      const pane = document.querySelector('[data-region=messages]');
                      %s
                      const top = pane.getBoundingClientRect().top;
                      const row = [...pane.querySelectorAll('[data-msgid]')]
                        .find((each) => each.getBoundingClientRect().top > top - 1);
                      return row.dataset.msgid + ' ' + (row.getBoundingClientRect().top - top);
                    }\
                    """
                        .formatted(scroll));
    var words = found.split(" ");
    return new Anchor(words[0], Double.parseDouble(words[1]));
  }

  /// It has to be where it was, to a pixel.
  void isKept(WebPerson reader) {
    Vitals.painted(reader.page());
    var pane = reader.page().locator("[data-region=messages]").boundingBox();
    var row = reader.page().locator("[data-msgid='" + msgid + "']").boundingBox();
    assertThat(row.y - pane.y).isCloseTo(top, within(1.0));
  }
}
