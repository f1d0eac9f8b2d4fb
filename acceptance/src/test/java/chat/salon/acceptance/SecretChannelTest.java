package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.wire.Line;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A secret channel does not exist for those outside: whatever they ask, they get the very bytes
/// that they would get of a channel that is not there.
class SecretChannelTest extends Conversation {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LIST",
        "LIST #hidden",
        "LIST #h*",
        "NAMES #hidden",
        "WHO #hidden",
        "TOPIC #hidden",
        "TOPIC #hidden :new",
        "MODE #hidden",
        "MODE #hidden b",
        "MODE #hidden +i",
        "MODE #hidden +o mallory",
        "KICK #hidden bob",
        "INVITE mallory #hidden",
        "PART #hidden",
        "PRIVMSG #hidden :hi",
        "NOTICE #hidden :hi",
        "@+x=1 TAGMSG #hidden",
        "CHATHISTORY LATEST #hidden * 10",
        "CHATHISTORY BEFORE #hidden timestamp=2100-01-01T00:00:00.000Z 10",
        "SEARCH text=secret",
        "SEARCH in=#hidden",
        "CHATHISTORY TARGETS timestamp=2020-01-01T00:00:00.000Z timestamp=2100-01-01T00:00:00.000Z 10"
      })
  void outside_there_is_no_such_thing(String command) {
    try (var salon = start()) {
      var mallory =
          salon.connect(
              "mallory", "draft/chathistory", "batch", "standard-replies", "message-tags");
      salon.connect("bob");
      var before = texts(mallory.answer(command));
      hide(salon);
      assertThat(texts(mallory.answer(command))).isEqualTo(before);
    }
  }

  @Test
  void who_is_in_it_is_not_told_by_whois() {
    try (var salon = start()) {
      var alice = hide(salon);
      var mallory = salon.connect("mallory");
      assertThat(texts(mallory.answer("WHOIS alice")).toString()).doesNotContain("#hidden");
      assertThat(texts(mallory.answer("WHO alice")).toString()).doesNotContain("#hidden");
      assertThat(texts(alice.answer("WHOIS alice")).toString()).contains("#hidden");
    }
  }

  @Test
  void inside_it_is_like_any_other() {
    try (var salon = start()) {
      var alice = hide(salon);
      alice.ask(
          "NAMES #hidden",
          ":salon.test 353 alice @ #hidden :@alice",
          ":salon.test 366 alice #hidden …");
      assertThat(alice.answer("LIST").toString()).contains("#hidden");
      assertThat(alice.answer("TOPIC #hidden").getFirst().param(2)).isEqualTo("of no concern");
    }
  }

  // A channel that nobody outside is to know of, and who made it.
  static IrcClient hide(TestSalon salon) {
    var alice = salon.member("alice").join("#hidden");
    alice.ask("MODE #hidden +s", ":alice MODE #hidden +s");
    alice.ask("TOPIC #hidden :of no concern", ":alice TOPIC #hidden :of no concern");
    alice.ask("PRIVMSG #hidden :a secret");
    return alice;
  }

  // Batches are named anew each time, and so are codes that confirm something.
  static List<String> texts(List<Line> lines) {
    return lines.stream()
        .map(line ->
            line.command().equals("BATCH")
                ? "BATCH"
                : line.with(line.tags().without("batch")).toString())
        .map(text -> text.replaceAll(" [0-9a-f]{6}$", " CODE"))
        .toList();
  }
}
