package chat.salon.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TagsTest {

  @Test
  void keys_values_and_vendors_are_read() {
    assertThat(Tags.parse("aaa=bbb;ccc;example.com/ddd=eee").entries())
        .containsExactly(
            Map.entry("aaa", "bbb"), Map.entry("ccc", ""), Map.entry("example.com/ddd", "eee"));
  }

  @Test
  void a_missing_value_and_an_empty_one_are_the_same_and_written_without_equals() {
    assertThat(Tags.parse("a;b=c")).isEqualTo(Tags.parse("a=;b=c"));
    assertThat(Tags.parse("a=;b=c")).hasToString("a;b=c");
  }

  @Test
  void the_last_of_equal_keys_wins() {
    assertThat(Tags.parse("tag1=1;tag2=3;tag1=5;vendor/tag2=8"))
        .hasToString("tag1=5;tag2=3;vendor/tag2=8");
  }

  @Test
  void keys_are_not_judged_but_empty_ones_are_dropped() {
    assertThat(Tags.parse(";;=x;ü!=1;A=2;a=3;").keys()).containsExactly("ü!", "A", "a");
  }

  @Test
  void the_value_goes_on_after_a_second_equals() {
    assertThat(Tags.parse("a=b=c").get("a")).isEqualTo("b=c");
  }

  @Test
  void values_are_escaped_as_in_the_specification() {
    assertThat(Tags.escape("raw+:=,escaped; \\")).isEqualTo("raw+:=,escaped\\:\\s\\\\");
    assertThat(Tags.escape("a\r\nb")).isEqualTo("a\\r\\nb");
    assertThat(Tags.unescape("raw+:=,escaped\\:\\s\\\\")).isEqualTo("raw+:=,escaped; \\");
    assertThat(Tags.unescape("\\\\\\\\\\:\\\\s\\s\\r\\n")).isEqualTo("\\\\;\\s \r\n");
    assertThat(Tags.unescape("value\\\\ntest")).isEqualTo("value\\ntest");
  }

  @Test
  void a_backslash_before_nothing_or_nonsense_is_dropped() {
    assertThat(Tags.unescape("test\\")).isEqualTo("test");
    assertThat(Tags.unescape("\\b\\1")).isEqualTo("b1");
    assertThat(Tags.unescape("\\")).isEmpty();
  }

  @Test
  void a_new_tag_of_the_server_stands_before_those_of_the_client() {
    var tags =
        Tags.parse("+typing=active;+x").with("time", "now").with("+y", "1").with("msgid", "m");
    assertThat(tags).hasToString("time=now;msgid=m;+typing=active;+x;+y=1");
    assertThat(tags.with("+x", "2")).hasToString("time=now;msgid=m;+typing=active;+x=2;+y=1");
  }

  @Test
  void tags_are_joined_and_the_later_win() {
    assertThat(Tags.parse("a=1;+b=2").with(Tags.parse("+c;a=3;d"))).hasToString("a=3;d;+b=2;+c");
    assertThat(Tags.EMPTY.with(Tags.of("a", "1"))).hasToString("a=1");
    assertThat(Tags.of("a", "1").with(Tags.EMPTY)).hasToString("a=1");
  }

  @Test
  void only_client_only_tags_are_left_to_relay() {
    assertThat(Tags.parse("account=admin;+a=1;msgid=x;+b").clientOnly()).hasToString("+a=1;+b");
    assertThat(Tags.parse("account=admin").clientOnly()).isSameAs(Tags.EMPTY);
  }

  @Test
  void a_tag_can_be_taken_away() {
    assertThat(Tags.parse("a;b;c").without("b")).hasToString("a;c");
    assertThat(Tags.of("a", "").without("a")).isSameAs(Tags.EMPTY);
    var tags = Tags.of("a", "");
    assertThat(tags.without("b")).isSameAs(tags);
  }

  @Test
  void order_does_not_matter_for_equality() {
    assertThat(Tags.parse("a=1;b=2"))
        .isEqualTo(Tags.parse("b=2;a=1"))
        .hasSameHashCodeAs(Tags.parse("b=2;a=1"));
    assertThat(Tags.parse("a=1;b=2")).isNotEqualTo(Tags.parse("a=2;b=1"));
  }

  @Test
  void bytes_are_the_prefix_of_a_line() {
    assertThat(new String(Tags.parse("a=ü\\s;b").bytes(), UTF_8)).isEqualTo("@a=ü\\s;b ");
    assertThat(Tags.EMPTY.bytes()).isEmpty();
  }

  @Test
  void keys_and_values_that_could_not_be_read_back_are_refused() {
    for (var key : List.of("", "a b", "a;b", "a=b", "a\nb", "a\0")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Tags.of(key, ""));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Tags.of("a", "\0").bytes());
  }

  @Test
  void as_many_tags_as_a_client_may_send_are_no_burden() {
    var data =
        IntStream.range(0, 1300).mapToObj(i -> "+" + i % 700).collect(Collectors.joining(";"));
    var tags = Tags.parse(data);
    assertThat(tags.size()).isEqualTo(700);
    assertThat(Tags.of("time", "now").with(tags.clientOnly()).size()).isEqualTo(701);
  }

  @Test
  void tags_that_would_end_their_line_are_not_sent() {
    for (var data : List.of("a\rb=c", "a\nb", "a\0b", "a=\0")) {
      var tags = Tags.parse(data);
      assertThatIllegalArgumentException().as(data).isThrownBy(tags::bytes);
    }
    assertThat(Tags.parse("a=b\r\nc").bytes()).asString().isEqualTo("@a=b\\r\\nc ");
  }

  @Test
  void any_value_survives_escaping() {
    Property.holds(
        20_000,
        random -> {
          var value = Some.text(random) + (random.nextBoolean() ? "\r\n" : "");
          assertThat(Tags.unescape(Tags.escape(value))).isEqualTo(value);
          assertThat(Tags.escape(value)).doesNotContain(" ", ";", "\r", "\n");
          var tags = Tags.of("a", value);
          assertThat(tags.bytes()).hasSize(tags.encodedSize());
          assertThat(Tags.parse(tags.toString())).isEqualTo(tags);
        });
  }
}
