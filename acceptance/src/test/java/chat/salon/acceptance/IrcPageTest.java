package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.irc.Commands;
import chat.salon.wire.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/irc.md says what the server does, and the server does what it says.
class IrcPageTest {
  private static final Path PAGE = Path.of("..", "docs", "irc.md");

  @Test
  void the_page_is_what_the_registry_and_the_tables_make() throws IOException {
    var made = IrcPage.write();
    if (Boolean.getBoolean("salon.rewrite")) {
      Files.writeString(PAGE, made);
    }
    assertThat(PAGE)
        .as("docs/irc.md, which this test makes anew with -Dsalon.rewrite=true")
        .hasContent(made);
  }

  @Test
  void every_command_follows_something() {
    assertThat(new Commands().all())
        .allSatisfy(
            command -> assertThat(command.spec().source()).as(command.spec().name()).isNotEmpty());
  }

  @Test
  void a_server_offers_the_capabilities_of_the_page() {
    try (var salon = TestSalon.start()) {
      assertThat(capabilities(salon)).isEqualTo(names("capabilities"));
    }
  }

  @Test
  void a_server_tells_the_tokens_of_the_page() {
    try (var salon = TestSalon.start()) {
      assertThat(tokens(salon.dial().welcome("alice"))).isEqualTo(names("tokens"));
    }
  }

  @Test
  void a_server_has_the_modes_of_the_page() {
    try (var salon = TestSalon.start()) {
      var client = salon.dial().send("CAP LS 302", "NICK alice", "USER a 0 * :Alice", "CAP END");
      var welcome = client.until(":salon.test 376 alice …");
      var info = named(welcome, "004");
      assertThat(letters(info.param(3))).isEqualTo(names("user-modes"));
      assertThat(letters(info.param(4))).isEqualTo(names("channel-modes"));
      assertThat(longNames(welcome, "965")).isEqualTo(longNames("user-modes"));
      assertThat(longNames(welcome, "964")).isEqualTo(longNames("channel-modes"));
    }
  }

  @Test
  void a_server_helps_with_the_commands_of_the_page() {
    try (var salon = TestSalon.start()) {
      var alice = salon.connect("alice");
      var offered =
          alice.answer("HELP").stream()
              .filter(line -> line.command().equals("705"))
              .flatMap(line -> Stream.of(line.param(2).split(" ")))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(offered)
          .containsAll(
              new Commands().all().stream().map(command -> command.spec().name()).toList());
    }
  }

  @Test
  void every_specification_has_what_clients_see_of_it_and_a_test() {
    try (var salon = TestSalon.start()) {
      var caps = capabilities(salon);
      var tokens = tokens(salon.dial().welcome("alice"));
      for (var row : IrcTable.read("specifications").rows().values()) {
        for (var sign : row.get(2).split(", ")) {
          var words = sign.replace("`", "").split(" ");
          switch (words[0]) {
            case "cap" -> assertThat(caps).as(row.getFirst()).contains(words[1]);
            case "token" -> assertThat(tokens).as(row.getFirst()).contains(words[1]);
            case "command" ->
                assertThat(new Commands().find(words[1])).as(row.getFirst()).isNotNull();
            default -> assertThat(words[0]).as(row.getFirst()).isIn("tag", "configured", "always");
          }
        }
        for (var test : row.get(3).split(", ")) {
          assertThat(source(test.replace("`", ""))).exists();
        }
      }
    }
  }

  // Of `server.OauthTest`, which is in the module of that name.
  private static Path source(String test) {
    var module = test.substring(0, test.indexOf('.'));
    return Path.of("..", module, "src", "test", "java", "chat", "salon")
        .resolve(test.replace('.', '/') + ".java");
  }

  private static Set<String> names(String table) {
    return IrcTable.read(table).rows().keySet().stream()
        .map(name -> name.replace("`", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> capabilities(TestSalon salon) {
    var client = salon.dial();
    client.send("CAP LS 302", "CAP LIST");
    return client.until("CAP * LIST …").stream()
        .filter(line -> line.param(1).equals("LS"))
        .flatMap(line -> Stream.of(line.params().getLast().split(" ")))
        .map(word -> word.split("=", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> tokens(List<Line> welcome) {
    return welcome.stream()
        .filter(line -> line.command().equals("005"))
        .flatMap(line -> line.params().subList(1, line.size() - 1).stream())
        .map(token -> token.split("=", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> letters(String modes) {
    return modes
        .chars()
        .mapToObj(Character::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  // Of `4:private=p`, in the lines of such a numeric: `p private`.
  private static Set<String> longNames(List<Line> lines, String numeric) {
    return lines.stream()
        .filter(line -> line.command().equals(numeric))
        .flatMap(line -> line.params().stream())
        .filter(token -> token.indexOf(':') > 0)
        .map(token -> token.substring(token.indexOf('=') + 1) + ' ' + token.split("[:=]")[1])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> longNames(String table) {
    return IrcTable.read(table).rows().values().stream()
        .map(row -> (row.get(0) + ' ' + row.get(1)).replace("`", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Line named(List<Line> lines, String command) {
    return lines.stream().filter(line -> line.command().equals(command)).findFirst().orElseThrow();
  }
}
