package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Coming into channels and leaving them.
class JoinTest extends Conversation {

  @Test
  void who_comes_first_is_operator_and_all_see_who_comes() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      alice.ask(
          "JOIN #tea",
          ":alice!~u@127.0.0.1 JOIN #tea",
          ":salon.test 353 alice = #tea :@alice",
          ":salon.test 366 alice #tea …");
      var bob = salon.connect("bob");
      bob.send("JOIN #TEA");
      bob.expect(":bob!~u@127.0.0.1 JOIN #tea");
      assertThat(names(bob.next().param(3))).containsExactlyInAnyOrder("@alice", "bob");
      bob.expect(":salon.test 366 bob … …");
      bob.expectNothing();
      alice.expect(":bob!~u@127.0.0.1 JOIN #tea");
      alice.expectNothing();
    }
  }

  @Test
  void joining_twice_does_nothing() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      bob.ask("JOIN #tea");
      alice.expectNothing();
    }
  }

  @Test
  void several_channels_at_once_each_with_its_key() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      alice.join("#a", "#b", "#c");
      alice.ask("MODE #a +k one", ":alice MODE #a +k one");
      alice.ask("MODE #b +k two", ":alice MODE #b +k two");
      var bob = salon.connect("bob");
      bob.send("JOIN #a,#b,#c one,two");
      bob.until(":salon.test 366 bob #a …");
      bob.until(":salon.test 366 bob #b …");
      bob.until(":salon.test 366 bob #c …");
      bob.expectNothing();
      // Between channels there is no order.
      assertThat(List.of(alice.next().param(0), alice.next().param(0), alice.next().param(0)))
          .containsExactlyInAnyOrder("#a", "#b", "#c");
    }
  }

  @Test
  void join_zero_leaves_everything() {
    try (var salon = start("#tea", "#coffee")) {
      var alice = salon.joined("alice");
      alice.send("JOIN 0");
      var parted = List.of(alice.next().param(0), alice.next().param(0));
      assertThat(parted).containsExactlyInAnyOrder("#tea", "#coffee");
      alice.expectNothing();
    }
  }

  @Test
  void a_topic_is_shown_on_the_way_in() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("TOPIC #tea :Earl Grey", ":alice TOPIC #tea :Earl Grey");
      var bob = salon.connect("bob");
      bob.send("JOIN #tea");
      bob.expectAll(
          ":bob JOIN #tea",
          ":salon.test 332 bob #tea :Earl Grey",
          ":salon.test 333 bob #tea alice… …",
          ":salon.test 353 bob = #tea :…",
          ":salon.test 366 bob #tea …");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tea", "&tea", "+tea", "!tea", "#", "#te\u0007a", "#te\u0001a"})
  void a_channel_name_must_be_one(String name) {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      alice.send("JOIN " + name);
      assertThat(alice.next().command()).isIn("403", "476", "479");
      alice.expectNothing();
    }
  }

  @Test
  void a_long_name_is_refused() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      alice.send("JOIN #" + "é".repeat(64));
      assertThat(alice.next().command()).isIn("403", "476", "479");
      alice.send("JOIN #" + "é".repeat(63));
      alice.until(":salon.test 366 alice #" + "é".repeat(63) + " …");
    }
  }

  @Test
  void so_many_channels_and_no_more() {
    try (var salon = with("limits.channels_per_person", 2).start("#a", "#b")) {
      var alice = salon.joined("alice");
      alice.ask("JOIN #c", ":salon.test 405 alice #c …");
      alice.ask("PART #a", ":alice PART #a");
      alice.join("#c");
    }
  }

  @Test
  void who_parts_says_why_and_is_gone() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      bob.ask("PART #tea :no sugar", ":bob!~u@127.0.0.1 PART #tea :no sugar");
      alice.expect(":bob!~u@127.0.0.1 PART #tea :no sugar");
      alice.ask(
          "NAMES #tea", ":salon.test 353 alice = #tea :@alice", ":salon.test 366 alice #tea …");
      bob.ask("PART #tea", ":salon.test 442 bob #tea …");
      bob.ask("PART #nowhere", ":salon.test 403 bob #nowhere …");
    }
  }

  @Test
  void a_channel_is_gone_with_its_last_member_and_new_with_the_next() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +m", ":alice MODE #tea +m");
      alice.ask("TOPIC #tea :old", ":alice TOPIC #tea :old");
      alice.ask("TOPIC #tea :old"); // nothing has changed
      alice.ask("PART #tea", ":alice PART #tea");
      var bob = salon.connect("bob");
      bob.ask("MODE #tea", ":salon.test 403 bob #tea …");
      bob.ask(
          "JOIN #tea",
          ":bob JOIN #tea",
          ":salon.test 353 bob = #tea :@bob",
          ":salon.test 366 bob #tea …");
      bob.ask("TOPIC #tea", ":salon.test 331 bob #tea …");
    }
  }

  @Test
  void names_tells_who_is_there() {
    try (var salon = start("#tea", "#coffee")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob", "#tea");
      alice.expect(":bob JOIN #tea");
      alice.ask("MODE #tea +v bob", ":alice MODE #tea +v bob");
      bob.expect(":alice MODE #tea +v bob");

      var carol = salon.connect("carol");
      var told =
          carol.answer("NAMES #tea,#coffee").stream()
              .filter(line -> line.command().equals("353"))
              .toList();
      assertThat(names(told.getFirst().param(3))).containsExactlyInAnyOrder("@alice", "+bob");
      assertThat(LinePattern.of(":salon.test 353 carol = #coffee :@alice").matches(told.getLast()))
          .isTrue();
      carol.ask("NAMES #nowhere", ":salon.test 366 carol #nowhere …");
    }
  }

  @Test
  void names_of_many_come_in_several_lines() {
    try (var salon = start()) {
      var crowd =
          IntStream.range(0, 40)
              .mapToObj(i -> salon.joined("person-with-a-long-nick-" + i, "#crowd"))
              .toList();
      crowd.getFirst().settle();
      crowd.getFirst().send("NAMES #crowd");
      var lines =
          crowd.getFirst().until(":salon.test 366 … #crowd …").stream()
              .filter(line -> line.command().equals("353"))
              .toList();
      assertThat(lines).hasSizeGreaterThan(1);
      assertThat(lines.stream().flatMap(line -> names(line.param(3)).stream()).toList())
          .hasSize(40)
          .doesNotHaveDuplicates();
    }
  }

  private static List<String> names(String list) {
    return Arrays.asList(list.strip().split(" "));
  }
}
