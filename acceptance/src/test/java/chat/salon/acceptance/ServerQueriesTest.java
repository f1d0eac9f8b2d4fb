package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.wire.Line;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the server says of itself, and LIST.
class ServerQueriesTest extends Conversation {

  @ParameterizedTest
  @CsvSource({
    "MOTD, 375 372 376",
    "LINKS, 364 365",
    "LUSERS, 251 252 253 254 255 265 266",
    "MAP, 015 017",
    "VERSION, 351",
    "TIME, 391",
    "INFO, 371 374",
    "ADMIN, 256 257 258 259"
  })
  void is_answered_by(String command, String numerics) {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      var answer = alice.answer(command);
      assertThat(answer.stream().map(Line::command).filter(n -> !n.equals("005")).distinct())
          .isSubsetOf(numerics.split(" "));
      assertThat(answer.getFirst().command()).isEqualTo(numerics.split(" ")[0]);
      assertThat(answer)
          .allSatisfy(line -> assertThat(line.source()).isEqualTo(TestSalon.NAME))
          .allSatisfy(line -> assertThat(line.param(0)).isEqualTo("alice"));
    }
  }

  @Test
  void lusers_counts() {
    try (var salon = start("#tea")) {
      salon.joined("bob").ask("MODE bob +i", ":bob MODE bob +i");
      var alice = salon.connect("alice");
      var answer = alice.answer("LUSERS");
      assertThat(answer.getFirst().param(1)).contains("1 users", "1 invisible");
      assertThat(answer)
          .anyMatch(line -> LinePattern.of(":salon.test 254 alice 1 …").matches(line));
    }
  }

  @Test
  void links_and_map_tell_of_the_servers() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      var here = salon.server(alice);
      alice.ask(
          "LINKS " + here,
          ":salon.test 364 alice %1$s %1$s :0 A Salon under test".formatted(here),
          ":salon.test 365 alice " + here + " …");
      alice.ask("LINKS nowhere.*", ":salon.test 365 alice nowhere.* …");
      assertThat(alice.answer("LINKS").getLast())
          .matches(LinePattern.of(":salon.test 365 alice * …")::matches);
      assertThat(alice.answer("MAP").getFirst())
          .matches(LinePattern.of(":salon.test 015 alice :" + here + " (1 user)")::matches);
    }
  }

  @Test
  void help_explains_commands() {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      assertThat(alice.answer("HELP").getFirst().command()).isEqualTo("704");
      var join = alice.answer("HELP JOIN");
      assertThat(join.getFirst().command()).isEqualTo("704");
      assertThat(join.getLast().command()).isEqualTo("706");
      assertThat(join.toString()).contains("JOIN <channel>");
      alice.ask("HELP NOSUCHTHING", ":salon.test 524 alice NOSUCHTHING …");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"STARTTLS", "NOSUCHTHING", "001", "X"})
  void what_is_unknown_is_said_to_be(String command) {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      alice.ask(command + " some thing", ":salon.test 421 alice " + command + " …");
      alice.ask(command.toLowerCase(Locale.ROOT), ":salon.test 421 alice " + command + " …");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"JOIN", "PART", "KICK #tea", "INVITE bob", "TOPIC", "MODE", "USERHOST", "CAP"})
  void what_lacks_parameters_is_refused(String command) {
    try (var salon = start()) {
      var alice = salon.connect("alice");
      alice.ask(command, ":salon.test 461 alice " + command.split(" ")[0] + " …");
    }
  }

  @Test
  void list_tells_of_channels_their_size_and_topic() {
    try (var salon = start("#tea", "#coffee")) {
      var alice = salon.joined("alice");
      var bob = salon.joined("bob", "#tea");
      alice.expect(":bob JOIN #tea");
      alice.ask("TOPIC #tea :Earl Grey", ":alice TOPIC #tea :Earl Grey");
      bob.expect(":alice TOPIC #tea :Earl Grey");
      var carol = salon.connect("carol");
      assertThat(listed(carol, "LIST")).containsExactlyInAnyOrder("#tea 2 Earl Grey", "#coffee 1 ");
      assertThat(listed(carol, "LIST #tea")).containsExactly("#tea 2 Earl Grey");
      assertThat(listed(carol, "LIST #nowhere")).isEmpty();
      assertThat(listed(carol, "LIST >1")).containsExactly("#tea 2 Earl Grey");
      assertThat(listed(carol, "LIST <2")).containsExactly("#coffee 1 ");
      assertThat(listed(carol, "LIST *off*")).containsExactly("#coffee 1 ");
    }
  }

  private static List<String> listed(IrcClient client, String command) {
    client.send(command);
    return client.until(":salon.test 323 … …").stream()
        .filter(line -> line.command().equals("322"))
        .map(line -> line.param(1) + " " + line.param(2) + " " + line.param(3))
        .toList();
  }
}
