package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The links in what people say, and what is shown of them.
class LinksTest {
  private static final Preview ONE = new Preview("https://one.example/", "One", "First", "");
  private static final Preview TWO = new Preview("https://two.example/", "Two", "Second", "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "see https://example.org/ | https://example.org/",
        "(http://example.org/a_(b)) | http://example.org/a_(b)",
        "https://example.org/a. | https://example.org/a",
        "**https://example.org/a** | https://example.org/a",
        "https://example.org/?a=b&c=d! | https://example.org/?a=b&c=d",
        "\"https://example.org/\" | https://example.org/",
        "xhttps://example.org/ | ''",
        "<https://example.org/> | ''",
        "`https://example.org/` | ''",
        "ftp://example.org/ | ''",
        "https:// | ''",
        "javascript://example.org/ | ''",
        "nothing | ''"
      })
  void a_link_is_found_without_the_sentence_around_it(String text, String link) {
    assertThat(String.join(" ", Links.of(text))).isEqualTo(link);
  }

  @Test
  void each_is_found_once_in_their_order_and_none_in_code() {
    assertThat(Links.of("https://b.example/ https://a.example/ https://b.example/"))
        .containsExactly("https://b.example/", "https://a.example/");
    assertThat(Links.of("```\nhttps://a.example/\n``` https://b.example/"))
        .containsExactly("https://b.example/");
  }

  @Test
  void previews_are_those_of_the_links_that_are_there_now() {
    var text = ONE.url() + " and " + TWO.url();
    var both = Previews.NONE.with(List.of(TWO), text).with(List.of(ONE), text);
    assertThat(both.shown()).containsExactly(ONE, TWO);
    assertThat(both.in("only " + TWO.url())).containsExactly(TWO);
    assertThat(both.with(List.of(), TWO.url()).shown()).containsExactly(TWO);
    assertThat(Previews.NONE.with(List.of(ONE), "nothing")).isEqualTo(Previews.NONE);
  }
}
