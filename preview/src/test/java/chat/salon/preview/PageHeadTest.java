package chat.salon.preview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.outbound.Bytes;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read of a page, and what it may cost.
class PageHeadTest {
  private static final int MOST = 1 << 20;
  private static final long MEBIBYTE = 1 << 20;

  private static Optional<PageHead> read(String page) {
    return PageHead.read(new Bytes(page.getBytes(UTF_8)), "text/html");
  }

  private static String title(String page) {
    return read(page).map(PageHead::title).orElse("");
  }

  @Test
  void a_page_says_what_it_is() {
    var page =
        """
        <!DOCTYPE html><html lang=en><head><meta charset=utf-8><script>var a = "<title>no</title>";</script>
        <title>
          Tea &mdash; all of it
        </title><link rel=x href=y><meta name=Description content="How to &quot;make&quot; it">
        <meta property="og:site_name" content="Tea House"><style>b { c: d }</style></head>
        <body><title>not this</title><meta property="og:title" content="nor this">
        """;
    assertThat(read(page))
        .contains(new PageHead("Tea House", "Tea — all of it", "How to \"make\" it"));
  }

  @ParameterizedTest
  @CsvSource({
    "<title>a</title><meta property=og:title content=b>, b",
    "<meta name=twitter:title content=b><title>a</title>, b",
    "<meta property=og:title content=''><title>a</title>, a",
    "<title>a</title><title>b</title>, a",
    "<title>a, a",
    "<head><title>a</title></head><p>x<meta property=og:title content=b>, a",
    "<html><body><p>x</p><title>a</title>, ''",
    "'', ''",
    "no page at all, ''"
  })
  void the_title_is_found(String page, String title) {
    assertThat(title(page)).isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<title><script>alert(1)</script></title>",
        "<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>"
      })
  void markup_in_a_title_is_text(String page) {
    assertThat(title(page)).isEqualTo("<script>alert(1)</script>");
  }

  @Test
  void what_nobody_sees_is_left_out_and_what_is_long_is_cut() {
    assertThat(title("<title>a\u202Eb\u0007c\u200Bd\u2028 e\uFEFF\n\t f</title>"))
        .isEqualTo("abcd e f");
    assertThat(title("<title>👩\u200D🚀</title>")).isEqualTo("👩\u200D🚀");
    var cut = title("<title>" + "🍵".repeat(1000) + "</title>");
    assertThat(cut.codePointCount(0, cut.length())).isEqualTo(300);
    assertThat(cut).endsWith("🍵…");
  }

  @ParameterizedTest
  @CsvSource({
    "text/html; charset=iso-8859-1, <title>th\u00e9</title>",
    "text/html, <meta charset=latin1><title>th\u00e9</title>",
    "text/html, '<meta http-equiv=x content=\"text/html; charset=windows-1252\"><title>th\u00e9</title>'"
  })
  void its_letters_are_what_it_says(String type, String page) {
    assertThat(PageHead.read(new Bytes(page.getBytes(ISO_8859_1)), type).map(PageHead::title))
        .contains("th\u00e9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<table>",
        "<svg>",
        "<a href=x>",
        "<p",
        "<",
        "&amp;",
        "<!--",
        "x",
        "<meta name=a content=b>",
        "<meta name=description content=a>",
        "<script></script>",
        "<noscript>",
        "<template>",
        "<title>",
        "</x>",
        "<template><div></template>"
      })
  void whatever_is_there_as_often_as_it_can_be_is_over_in_time(String part) {
    // As much of it as is read of a page at most.
    var page = new Bytes(part.repeat(MOST / part.length()).getBytes(UTF_8));
    long start = System.nanoTime();
    PageHead.read(page, "text/html");
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
  }

  @Test
  void a_million_nested_elements_cost_nearly_nothing() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var page = new Bytes("<div>".repeat(1_000_000).getBytes(UTF_8));
    PageHead.read(page, "text/html");
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThat(PageHead.read(page, "text/html")).isEmpty();
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4 * MEBIBYTE);
  }

  @Test
  void the_title_is_read_behind_much_else() {
    var scripts =
        String.join(
            "", IntStream.range(0, 1000).mapToObj(i -> "<script>" + i + "</script>").toList());
    assertThat(title("<head>" + scripts + "<title>found</title></head>")).isEqualTo("found");
  }
}
