package chat.salon.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
  private static final Parsed MALFORMED = new Parsed.Bad(Reason.MALFORMED);
  private static final Parsed EMPTY = new Parsed.Bad(Reason.EMPTY);
  private static final Parsed LINE_TOO_LONG = new Parsed.Bad(Reason.LINE_TOO_LONG);
  private static final Parsed TAGS_TOO_LONG = new Parsed.Bad(Reason.TAGS_TOO_LONG);

  @Test
  void lines_end_with_lf_or_cr_lf() {
    assertThat(lines("PING a\r\nPING b\nPING c\r\nPI"))
        .containsExactly(ping("a"), ping("b"), ping("c"));
  }

  @Test
  void a_lone_cr_is_no_end_and_spoils_its_line() {
    assertThat(lines("PING a\rQUIT\r\nPING b\r\n")).containsExactly(MALFORMED, ping("b"));
    assertThat(lines("PING a\r\r\nPING b\r\n")).containsExactly(MALFORMED, ping("b"));
  }

  @Test
  void empty_lines_are_told() {
    assertThat(lines("\r\n\n  \nPING a\n")).containsExactly(EMPTY, EMPTY, EMPTY, ping("a"));
  }

  @Test
  void a_line_too_long_is_told_once_and_the_next_is_read() {
    var text = "PRIVMSG #a :" + "x".repeat(5000) + "\r\nPING a\r\n";
    assertThat(lines(text)).containsExactly(LINE_TOO_LONG, ping("a"));
    assertThat(byteByByte(text)).containsExactly(LINE_TOO_LONG, ping("a"));
  }

  @Test
  void tags_too_long_are_told_once_and_the_next_line_is_read() {
    var text = "@a=" + "x".repeat(9000) + " PING b\r\nPING a\r\n";
    assertThat(lines(text)).containsExactly(TAGS_TOO_LONG, ping("a"));
    assertThat(byteByByte(text)).containsExactly(TAGS_TOO_LONG, ping("a"));
  }

  @Test
  void the_longest_lines_allowed_are_read() {
    for (var tags : List.of("", "@" + "a".repeat(4094) + " ")) {
      for (var end : List.of("\n", "\r\n")) {
        var text = tags + "PING " + "x".repeat(505) + end;
        assertThat(byteByByte(text)).singleElement().isInstanceOf(Parsed.Ok.class);
        assertThat(lines(text)).isEqualTo(byteByByte(text));
        assertThat(byteByByte("x" + text))
            .hasSize(1)
            .doesNotHaveAnyElementsOfTypes(Parsed.Ok.class);
      }
    }
  }

  @Test
  void a_stream_without_end_of_line_is_told_early_and_not_kept() {
    var splitter = LineSplitter.ofClient();
    var told = new ArrayList<Parsed>();
    var chunk = new byte[65_536];
    for (int i = 0; i < 160; i++) {
      splitter.feed(chunk, 0, chunk.length, told::add);
      assertThat(splitter.held()).isZero();
    }
    assertThat(told).containsExactly(LINE_TOO_LONG);
  }

  @Test
  void no_more_is_held_than_one_line_may_have() {
    var splitter = LineSplitter.ofClient();
    var none = new ArrayList<Parsed>();
    feed(splitter, "@" + "a".repeat(4094) + " " + "x".repeat(510), none);
    assertThat(splitter.held()).isEqualTo(4096 + 510);
    assertThat(none).isEmpty();
    feed(splitter, "\n", none);
    assertThat(splitter.held()).isZero();
  }

  @Test
  void a_server_may_send_more_tags_than_a_client() {
    var text = "@" + "a".repeat(8000) + " PING a\r\n";
    var told = new ArrayList<Parsed>();
    feed(LineSplitter.ofServer(), text, told);
    assertThat(told).singleElement().isInstanceOf(Parsed.Ok.class);
  }

  @Test
  void a_direct_buffer_is_read_as_an_array_is() {
    var direct = ByteBuffer.allocateDirect(64).put("PING a\r\nPI".getBytes(UTF_8)).flip();
    var heap = ByteBuffer.wrap("..NG b\r\n".getBytes(UTF_8), 2, 6).slice();
    var told = new ArrayList<Parsed>();
    var splitter = LineSplitter.ofClient();
    splitter.feed(direct, told::add);
    splitter.feed(heap, told::add);
    assertThat(told).containsExactly(ping("a"), ping("b"));
    assertThat(direct.hasRemaining() || heap.hasRemaining()).isFalse();
  }

  @Test
  void a_reader_that_fails_loses_only_the_rest_of_its_chunk() {
    var splitter = LineSplitter.ofClient();
    var told = new ArrayList<Parsed>();
    for (var text : List.of("PING a\nPING b\nPI", "x".repeat(600), "y\nPING c\n")) {
      try {
        feed(
            splitter,
            text,
            line -> {
              throw new IllegalStateException("a reader fails on " + line);
            });
      } catch (IllegalStateException expected) {
        assertThat(splitter.held()).isZero();
      }
    }
    feed(splitter, "PING d\n", told);
    assertThat(told).containsExactly(ping("d"));
  }

  @Test
  void the_lines_are_the_same_however_the_bytes_are_cut() {
    Property.holds(
        3_000,
        random -> {
          var stream = stream(random);
          var whole = new ArrayList<Parsed>();
          LineSplitter.ofClient().feed(stream, 0, stream.length, whole::add);
          assertThat(byteByByte(stream)).isEqualTo(whole);
          assertThat(inChunks(stream, random)).isEqualTo(whole);
        });
  }

  @Test
  void small_limits_are_kept_however_the_bytes_are_cut() {
    var limits = new Limits(12, 6, 9);
    Property.holds(
        50_000,
        random -> {
          var stream = Some.bytes(random, 60);
          for (var sender : Limits.Sender.values()) {
            var whole = new ArrayList<Parsed>();
            new LineSplitter(limits, sender).feed(stream, 0, stream.length, whole::add);
            var single = new ArrayList<Parsed>();
            var splitter = new LineSplitter(limits, sender);
            for (int i = 0; i < stream.length; i++) splitter.feed(stream, i, i + 1, single::add);
            assertThat(single).isEqualTo(whole);
            assertThat(whole.stream().filter(Parsed.Ok.class::isInstance))
                .allSatisfy(ok -> assertThat(fits(limits, sender, (Parsed.Ok) ok)).isTrue());
          }
        });
  }

  private static boolean fits(Limits limits, Limits.Sender sender, Parsed.Ok ok) {
    var tags = ok.line().tags();
    return tags.encodedSize()
        <= (sender == Limits.Sender.CLIENT ? limits.clientTagBytes() + 2 : limits.tagBytes());
  }

  private static byte[] stream(Random random) {
    var stream = new ByteArrayOutputStream();
    for (int i = random.nextInt(8); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> stream.writeBytes(Some.bytes(random, 700));
        case 1 -> stream.writeBytes("@".getBytes(UTF_8));
        case 2 -> stream.writeBytes("x".repeat(random.nextInt(5200)).getBytes(UTF_8));
        default -> stream.writeBytes(Some.line(random).bytes());
      }
    }
    stream.writeBytes("\r\n".getBytes(UTF_8));
    return stream.toByteArray();
  }

  private static List<Parsed> inChunks(byte[] stream, Random random) {
    var told = new ArrayList<Parsed>();
    var splitter = LineSplitter.ofClient();
    for (int from = 0, to; from < stream.length; from = to) {
      to = Math.min(stream.length, from + random.nextInt(1, 600));
      splitter.feed(stream, from, to, told::add);
    }
    return told;
  }

  private static List<Parsed> lines(String text) {
    var told = new ArrayList<Parsed>();
    feed(LineSplitter.ofClient(), text, told);
    return told;
  }

  private static List<Parsed> byteByByte(String text) {
    return byteByByte(text.getBytes(UTF_8));
  }

  private static List<Parsed> byteByByte(byte[] bytes) {
    var told = new ArrayList<Parsed>();
    var splitter = LineSplitter.ofClient();
    for (int i = 0; i < bytes.length; i++) splitter.feed(bytes, i, i + 1, told::add);
    return told;
  }

  private static void feed(LineSplitter splitter, String text, List<Parsed> told) {
    feed(splitter, text, told::add);
  }

  private static void feed(LineSplitter splitter, String text, Consumer<Parsed> reader) {
    var bytes = text.getBytes(UTF_8);
    splitter.feed(bytes, 0, bytes.length, reader);
  }

  private static Parsed ping(String text) {
    return new Parsed.Ok(Line.of(null, "PING", text));
  }
}
