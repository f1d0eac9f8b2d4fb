package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.wire.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every numeric of docs/irc.md comes in the conversation that the page tells, and there is no
/// other. The conversations are those of `protocol/irc/numerics.txt`: what is said, by whom, and
/// the line that whoever spoke last hears then.
class NumericTest {
  private static final Pattern LITERAL = Pattern.compile("\"([0-9]{3})\"");
  private static final Pattern REPEATED = Pattern.compile("(.)×([0-9]+)");

  @Test
  void the_table_has_what_the_server_says_and_nothing_else() throws IOException {
    var said = new TreeSet<String>();
    try (var files = Files.walk(Path.of("..", "irc", "src", "main", "java"))) {
      for (var file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        LITERAL.matcher(Files.readString(file)).results().map(it -> it.group(1)).forEach(said::add);
      }
    }
    said.add("005"); // made by the door
    assertThat(IrcTable.read("numerics").rows().keySet()).containsExactlyInAnyOrderElementsOf(said);
  }

  @TestFactory
  Stream<DynamicTest> every_numeric_comes_on_one_node() {
    return conversations(Layout.ONE_NODE);
  }

  @TestFactory
  Stream<DynamicTest> every_numeric_comes_on_three_nodes() {
    return conversations(Layout.THREE_NODES);
  }

  private static Stream<DynamicTest> conversations(Layout layout) {
    var houses = new Houses(layout);
    return IrcTable.read("numerics").rows().values().stream()
        .map(row ->
            DynamicTest.dynamicTest(
                row.get(0) + " " + row.get(1),
                () -> houses.of(row.get(2)).hears(row.get(3), row.get(4))))
        .onClose(houses::close);
  }

  /// The servers of the table: started when the first row asks for them.
  private static final class Houses implements AutoCloseable {
    private final Layout layout;
    private final Map<String, House> houses = new HashMap<>();

    Houses(Layout layout) {
      this.layout = layout;
    }

    House of(String name) {
      return houses.computeIfAbsent(name, this::open);
    }

    private House open(String name) {
      var setup = layout.setup();
      switch (name) {
        case "" -> setup.staffed();
        case "small" ->
            setup
                .silent()
                .with("limits.channels_per_person", 1)
                .with("limits.list_entries", 1)
                .with("limits.accepted", 1)
                .with("irc.max_targets", 1)
                .with("irc.monitored", 1)
                .with("irc.silenced", 1)
                .with("irc.who_matches", 1)
                .with("metadata.changes", 1)
                .with("metadata.sync_members", 1)
                .with("protection.exempt", List.of())
                .with("protection.nicks_per_minute", 1);
        case "locked" -> setup.with("login.server_password", "open-sesame");
        default -> throw new AssertionError("no such server: " + name);
      }
      var salon = setup.start();
      if (name.isEmpty()) {
        salon.account("ann");
      }
      return new House(salon);
    }

    @Override
    public void close() {
      houses.values().forEach(house -> house.salon().close());
    }
  }

  private record House(TestSalon salon) {
    void hears(String conversation, String pattern) {
      var here = new HashMap<String, IrcClient>();
      var steps = List.of(conversation.split(" ; "));
      try {
        for (var step : steps.subList(0, steps.size() - 1)) {
          var said = Step.of(step);
          var client = here.computeIfAbsent(said.who(), this::arrive);
          if (!said.text().isEmpty()) {
            client.answer(said.text());
          }
          here.values().forEach(House::settle);
        }
        var last = Step.of(steps.getLast());
        var client = here.computeIfAbsent(last.who(), this::arrive);
        if (last.text().isEmpty()) {
          client.until(pattern);
        } else {
          assertThat(answer(client, last.text())).anyMatch(LinePattern.of(pattern)::matches);
        }
      } finally {
        here.values().forEach(House::leave);
        awaitNobody();
      }
    }

    // Then all nicks are free for the next conversation.
    private void awaitNobody() {
      var deadline = Instant.now().plusSeconds(10);
      for (int node = 0; node < salon.nodes(); node++) {
        var directory = salon.salon(node).people().directory();
        while (!directory.everybody().isEmpty()) {
          assertThat(Instant.now()).as("somebody stays").isBefore(deadline);
          Thread.onSpinWait();
        }
      }
    }

    // Who has been put out has heard everything.
    private static void settle(IrcClient client) {
      try {
        client.settle();
      } catch (IrcClient.Gone | UncheckedIOException _) {
        // what was said before is kept
      }
    }

    // Up to the answer to a PING, or to the end.
    private static List<Line> answer(IrcClient client, String text) {
      var lines = new ArrayList<Line>();
      client.send(text, "PING over");
      for (var line = client.nextOrEnd(); line.isPresent(); line = client.nextOrEnd()) {
        if (line.get().command().equals("PONG")) {
          break;
        }
        lines.add(line.get());
      }
      return lines;
    }

    private IrcClient arrive(String who) {
      return switch (who.replaceAll("[0-9]", "")) {
        case "new" -> salon.dial();
        case "ann" -> salon.logIn("ann");
        case "tess" -> salon.dialTls().register("tess");
        case "mia" -> salon.connect("mia", "draft/metadata-2", "batch");
        case "mona" -> salon.connect("mona", "draft/metadata-3", "batch");
        case "oscar" -> salon.oper("oscar");
        default -> salon.connect(who);
      };
    }

    private static void leave(IrcClient client) {
      try {
        client.send("QUIT");
        client.expectEnd();
      } catch (IrcClient.Gone | UncheckedIOException _) {
        // the server has closed already
      }
    }
  }

  private record Step(String who, String text) {
    static Step of(String text) {
      var parts = text.split(":", 2);
      var said =
          REPEATED
              .matcher(parts[1].strip())
              .replaceAll(it -> it.group(1).repeat(Integer.parseInt(it.group(2))));
      return new Step(parts[0].strip(), said.replace('␁', '\u0001'));
    }
  }
}
