package chat.salon.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {

  @Test
  void a_line_has_source_command_and_parameters() {
    var line = read(":coolguy!ag@host foo bar baz :  asdf quux ");
    assertThat(line.source()).isEqualTo("coolguy!ag@host");
    assertThat(line.command()).isEqualTo("FOO");
    assertThat(line.params()).containsExactly("bar", "baz", "  asdf quux ");
    assertThat(line.tags().isEmpty()).isTrue();
  }

  @Test
  void the_last_parameter_means_the_same_with_and_without_a_colon() {
    assertThat(read(":src JOIN :#chan")).isEqualTo(read(":src JOIN #chan"));
    assertThat(read("PRIVMSG #chan ::-)").param(1)).isEqualTo(":-)");
    assertThat(read("CAP * LIST :").params()).containsExactly("*", "LIST", "");
  }

  @Test
  void one_or_more_spaces_separate() {
    assertThat(read(":srv 432  #momo  :Bad Nick: x").params())
        .containsExactly("#momo", "Bad Nick: x");
    assertThat(read(":srv MODE #tckk +n  ").params()).containsExactly("#tckk", "+n");
    assertThat(read("  AWAY ").params()).isEmpty();
    assertThat(read("@a=b  :src  PING x")).isEqualTo(read("@a=b :src PING x"));
  }

  @Test
  void a_tab_is_not_a_space() {
    assertThat(read(":cool\tguy foo").source()).isEqualTo("cool\tguy");
  }

  @Test
  void tags_come_before_everything() {
    var line = read("@id=234AB;+typing :dan!d@localhost PRIVMSG #chan :Hey what's up!");
    assertThat(line.tags().get("id")).isEqualTo("234AB");
    assertThat(line.tags().get("+typing")).isEmpty();
    assertThat(line.param(1)).isEqualTo("Hey what's up!");
  }

  @Test
  void absent_parameters_read_as_the_empty_text() {
    assertThat(read("JOIN #a").param(1)).isEmpty();
    assertThat(read("JOIN #a").size()).isEqualTo(1);
  }

  @Test
  void any_number_of_parameters_is_read() {
    assertThat(read("X" + " y".repeat(250)).size()).isEqualTo(250);
  }

  @Test
  void only_ascii_letters_of_a_command_change() {
    assertThat(read("privmſg ı").command()).isEqualTo("PRIVMſG");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {":src", "@a=b", "@a=b :src ", ":src :x", "@a @b", "PING a\rb", "PING a\0", "A\nB"})
  void what_has_no_command_or_could_be_two_lines_is_malformed(String text) {
    assertThat(Line.parse(text)).isEqualTo(new Parsed.Bad(Reason.MALFORMED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "    "})
  void spaces_alone_are_empty(String text) {
    assertThat(Line.parse(text)).isEqualTo(new Parsed.Bad(Reason.EMPTY));
  }

  @Test
  void a_line_is_written_with_a_colon_where_one_is_needed() {
    assertThat(Line.of("srv", "482", "bob", "#tea", "You're not channel operator"))
        .hasToString(":srv 482 bob #tea :You're not channel operator");
    assertThat(Line.of("bob!u@h", "join", "#tea")).hasToString(":bob!u@h JOIN #tea");
    assertThat(Line.of(null, "TOPIC", "#tea", "")).hasToString("TOPIC #tea :");
    assertThat(Line.of(null, "TOPIC", "#tea", ":)")).hasToString("TOPIC #tea ::)");
  }

  @Test
  void messages_and_member_lists_always_get_their_colon() {
    assertThat(Line.of("a", "PRIVMSG", "#tea", "hi")).hasToString(":a PRIVMSG #tea :hi");
    assertThat(Line.of("s", "353", "a", "=", "#tea", "@a")).hasToString(":s 353 a = #tea :@a");
  }

  @Test
  void the_body_is_the_line_without_its_tags() {
    var line = Line.of("a", "PRIVMSG", "#tea", "hé").with("time", "now");
    assertThat(text(line.bytes())).isEqualTo("@time=now :a PRIVMSG #tea :hé\r\n");
    assertThat(text(line.body())).isEqualTo(":a PRIVMSG #tea :hé\r\n");
    assertThat(line.bodySize()).isEqualTo(line.body().length);
    assertThat(text(line.tags().bytes()) + text(line.body())).isEqualTo(text(line.bytes()));
  }

  @Test
  void no_field_can_end_the_line() {
    for (var evil : List.of("x\r\n:srv 001 x", "x\ny", "x\ry", "x\0y")) {
      refuses(Line.of("srv", "TOPIC", "#tea", evil));
      refuses(Line.of("srv", "TOPIC", evil, "text"));
      refuses(Line.of("srv", evil, "#tea"));
      refuses(Line.of(evil, "TOPIC", "#tea"));
    }
    refuses(Line.of("srv", "PING").with("a", "x\0y"));
  }

  @Test
  void no_field_can_become_another() {
    refuses(Line.of("srv", "TOPIC", "#a b", "text"));
    refuses(Line.of("srv", "TOPIC", "", "text"));
    refuses(Line.of("srv", "TOPIC", ":a", "text"));
    refuses(Line.of("srv", "TO PIC"));
    refuses(Line.of("srv", ""));
    refuses(Line.of(null, ":x"));
    refuses(Line.of(null, "@x"));
    refuses(Line.of("", "PING"));
    refuses(Line.of("a b", "PING"));
  }

  @Test
  void a_line_that_is_too_long_loses_the_end_of_its_last_parameter() {
    var line = Line.of("srv", "TOPIC", "#tea", "tea 😀😀").with("time", "now");
    assertThat(line.bytes(31)).isEqualTo(line.bytes());
    assertThat(text(line.bytes(30))).isEqualTo("@time=now :srv TOPIC #tea :tea 😀\r\n");
    assertThat(text(line.bytes(27))).isEqualTo("@time=now :srv TOPIC #tea :tea 😀\r\n");
    assertThat(text(line.bytes(26))).isEqualTo("@time=now :srv TOPIC #tea :tea \r\n");
    assertThat(text(Line.of("srv", "TOPIC", "#tea", "tea").bytes(10)))
        .isEqualTo(":srv TOPIC #tea :\r\n");
  }

  @Test
  void what_a_client_sent_can_be_named_in_an_answer() {
    assertThat(Line.word("#tea")).isEqualTo("#tea");
    for (var odd : List.of("", ":x", "a b", "a\rb")) assertThat(Line.word(odd)).isEqualTo("*");
  }

  @Test
  void half_a_character_is_sent_as_a_question_mark() {
    assertThat(text(Line.of(null, "X", "a\uD83D", "\uDE00").bytes())).isEqualTo("X a? ?\r\n");
    assertThat(Line.parse("X \uD83D")).isEqualTo(new Parsed.Bad(Reason.INVALID_UTF8));
  }

  @Test
  void what_is_not_utf8_can_be_answered_by_its_command_and_label() {
    var bytes = "@label=x PRIVMSG #tea hi?".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xAA;
    assertThat(Line.parse(bytes, 0, bytes.length))
        .isEqualTo(
            new Parsed.Bad(
                Reason.INVALID_UTF8,
                Line.of(null, "PRIVMSG", "#tea", "hi\uFFFD").with("label", "x")));
    var nothing = new byte[] {'@', (byte) 0xAA};
    assertThat(Line.parse(nothing, 0, 2)).isEqualTo(new Parsed.Bad(Reason.INVALID_UTF8));
  }

  @Test
  void a_line_shown_in_a_log_stays_one_line() {
    assertThat(Line.of(null, "X", "a\r\nb").toString()).isEqualTo("X a\uFFFD\uFFFDb");
  }

  private static void refuses(Line line) {
    assertThatIllegalArgumentException().isThrownBy(line::bytes);
    if (line.tags().isEmpty()) assertThatIllegalArgumentException().isThrownBy(line::body);
  }

  private static Line read(String text) {
    assertThat(Line.parse(text)).isInstanceOf(Parsed.Ok.class);
    return ((Parsed.Ok) Line.parse(text)).line();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
