package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.wire.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Modes by their names: PROP (IRCv3 draft/named-modes).
class NamedModesTest extends Conversation {
  private static final String CAP = "draft/named-modes";

  @Test
  void a_change_is_told_by_name_to_who_knows_names_and_by_letter_to_others() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAP).join("#tea");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      alice.ask(
          "PROP #tea +inviteonly -topiclock +key=pyramids +voice=bob",
          ":alice!~u@127.0.0.1 PROP #tea +inviteonly -topiclock +key=pyramids +voice=bob");
      bob.expect(":alice!~u@127.0.0.1 MODE #tea +i-t+kv pyramids bob");
      alice.ask("MODE #tea -ik *", ":alice PROP #tea -inviteonly -key=*");
      bob.expect(":alice MODE #tea -ik *");
    }
  }

  @Test
  void the_changes_may_come_as_one_parameter() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAP).join("#tea");
      alice.ask(
          "PROP #tea :+limit=5  +noctcp=why -noextmsg",
          ":alice PROP #tea +limit=5 +noctcp -noextmsg");
    }
  }

  @Test
  void what_is_set_is_told_by_name_and_the_key_to_members_only() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      alice.ask("MODE #tea +kS sesame 5", ":alice MODE #tea +kS sesame 5");
      alice.ask(
          "PROP #tea",
          ":salon.test 961 alice #tea noextmsg topiclock key=sesame salon.chat/slow=5",
          ":salon.test 960 alice #tea …");
      salon
          .connect("bob")
          .ask(
              "PROP #tea",
              ":salon.test 961 bob #tea noextmsg topiclock key=* salon.chat/slow=5",
              ":salon.test 960 bob #tea …");
    }
  }

  @Test
  void a_list_is_asked_for_by_its_name_and_shown_with_who_and_when() {
    try (var salon = start("#tea")) {
      var alice = salon.connect("alice", CAP).join("#tea");
      alice.ask("PROP #tea ban", ":salon.test 962 alice #tea ban …");
      alice.ask(
          "PROP #tea +ban=*!*@bad.example +ban=a:x=y",
          ":alice PROP #tea +ban=*!*@bad.example +ban=a:x=y");
      alice.send("PROP #tea ban");
      alice.expectAll(
          ":salon.test 963 alice #tea ban *!*@bad.example alice!~u@127.0.0.1 …",
          ":salon.test 963 alice #tea ban a:x=y alice!~u@127.0.0.1 …",
          ":salon.test 962 alice #tea ban …");
      alice.ask("PROP #tea -ban=a:x=y", ":alice PROP #tea -ban=a:x=y");
      alice.ask("PROP #tea invex", ":salon.test 962 alice #tea invex …");
    }
  }

  @Test
  void a_list_is_kept_from_whom_mode_would_keep_it_from() {
    try (var salon = start("#tea")) {
      salon.joined("alice").ask("MODE #tea +s", ":alice MODE #tea +s");
      var bob = salon.connect("bob");
      bob.ask("PROP #tea", ":salon.test 403 bob #tea …");
      bob.ask("PROP #tea ban", ":salon.test 403 bob #tea …");
      bob.ask("PROP #tea +moderated", ":salon.test 403 bob #tea …");
    }
  }

  @Test
  void many_changes_take_several_lines_of_a_bearable_length() {
    try (var salon = with("irc.max_modes", 20).start("#tea")) {
      var alice = salon.connect("alice", CAP).join("#tea");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      var asked = new StringBuilder("PROP #tea");
      for (int i = 0; i < 20; i++) {
        asked.append(" +ban=").append(i).append("!*@*");
      }
      int told = 0;
      for (var line : alice.answer(asked.toString())) {
        assertThat(line.command()).isEqualTo("PROP");
        assertThat(line.size()).isLessThanOrEqualTo(15);
        assertThat(line.bodySize()).isLessThanOrEqualTo(512);
        told += line.size() - 1;
      }
      assertThat(told).isEqualTo(20);
      assertThat(bob.next().param(1)).isEqualTo("+" + "b".repeat(20));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PROP #tea +nonsense, 472 alice nonsense …",
    "PROP #tea +n, 472 alice n …",
    "PROP #tea +, 472 alice * …",
    "PROP #tea +key, 696 alice #tea k * …",
    "PROP #tea +key=, 696 alice #tea k * …",
    "PROP #tea +limit=many, 696 alice #tea l many …",
    "PROP #tea +op=nobody, 441 alice nobody #tea …",
    "PROP #tea +op, 696 alice #tea o * …",
    "PROP #nowhere +moderated, 403 alice #nowhere …",
    "PROP #nowhere, 403 alice #nowhere …",
    "PROP bob +invisible, 502 alice …",
    "PROP nobody, 401 alice nobody …",
    "PROP alice +nonsense, 501 alice …",
    "PROP, 461 alice PROP …",
  })
  void what_cannot_be_is_said_to_be_so(String asked, String refused) {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      salon.connect("bob");
      alice.ask(asked, ":salon.test " + refused);
    }
  }

  @Test
  void only_who_may_changes_modes_by_name() {
    try (var salon = start("#tea")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob");
      alice.expect(":bob JOIN #tea");
      bob.ask("PROP #tea +moderated", ":salon.test 482 bob #tea …");
      alice.expectNothing();
    }
  }

  @Test
  void ones_own_modes_have_names_too() {
    try (var salon = start()) {
      var alice = salon.connect("alice", CAP);
      alice.ask(
          "PROP alice +invisible +wallops",
          ":alice PROP alice +invisible",
          ":alice PROP alice +wallops");
      alice.ask(
          "PROP alice",
          ":salon.test 961 alice alice invisible salon.chat/secure wallops",
          ":salon.test 960 alice alice …");
      alice.ask("MODE alice -i", ":alice PROP alice -invisible");
      alice.ask("MODE alice", ":salon.test 221 alice +sw");
    }
  }

  @Test
  void staff_choose_what_they_are_told_by_name() {
    try (var salon = staffed().start()) {
      var oscar = salon.oper("oscar");
      oscar.ask("PROP oscar +snomask=k", ":oscar MODE oscar +n", ":salon.test 008 oscar +k …");
      oscar.ask("PROP oscar +snomask=-k", ":oscar MODE oscar -n", ":salon.test 008 oscar + …");
    }
  }

  @Test
  void who_speaks_302_is_told_the_names_and_who_does_not_is_not() {
    try (var salon = start()) {
      var client = salon.dial().send("CAP LS 302", "NICK alice", "USER a 0 * :Alice", "CAP END");
      var welcome = client.until(":salon.test 376 alice …");
      assertThat(welcome.stream().map(Line::command)).contains("964", "965");
      for (var numeric : new String[] {"964", "965"}) {
        var lines = welcome.stream().filter(line -> line.command().equals(numeric)).toList();
        assertThat(lines.subList(0, lines.size() - 1))
            .allSatisfy(line -> assertThat(line.param(1)).isEqualTo("*"));
        assertThat(lines.getLast().param(1)).contains(":");
      }
      assertThat(salon.dial().welcome("bob").stream().map(Line::command))
          .doesNotContain("964", "965");
    }
  }
}
