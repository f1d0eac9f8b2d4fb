package chat.salon.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.bench.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// A server under load for a long time, with people who come and go: nothing is lost, and it does
/// not grow.
class SoakTest {
  private static final int CLEAN = 0;

  @TempDir private Path folder;

  @Test
  @Timeout(120)
  void some_seconds_lose_nothing() throws Exception {
    var json = folder.resolve("soak.json");
    var said = new StringWriter();

    int status =
        soak(
            said,
            "--minutes",
            "0.1",
            "--every",
            "2",
            "--rate",
            "200",
            "--clients",
            "60",
            "--channels",
            "6",
            "--movers",
            "6",
            "--pairs",
            "3",
            "--couples",
            "4",
            "--json",
            json.toString());

    assertThat(status).as(said.toString()).isEqualTo(CLEAN);
    assertThat(said.toString())
        .contains("Deliveries: all delivered once and in order", "Growth: not judged")
        .containsPattern("[1-9]\\d* joins, [1-9]\\d* parts")
        .containsPattern("[1-9]\\d* connections, [1-9]\\d* quits, [1-9]\\d* channels opened");
    assertThat(Files.readAllLines(json))
        .hasSize(5)
        .filteredOn(line -> line.contains("\"soak\":\"look\""))
        .hasSize(3)
        .allSatisfy(look ->
            assertThat(look)
                .containsPattern("\"heapBytes\":\\d{7,}")
                .containsPattern("\"dataBytes\":\\d+")
                // 60 people, 6 in pairs, and no couple while somebody looks; and every library
                .containsPattern("\"files\":(6[6-9]|[7-9]\\d|[1-3]\\d\\d),"));
  }

  @Test
  @EnabledIfSystemProperty(named = "salon.all", matches = "true")
  void a_long_soak_loses_nothing_and_grows_nowhere() {
    int minutes = Integer.getInteger("salon.soak.minutes", 60);
    System.out.println("soak: " + minutes + " minutes (-Dsalon.soak.minutes)");
    var out = new PrintWriter(System.out, true, UTF_8);

    assertThat(soak(out, "--minutes", Integer.toString(minutes))).isEqualTo(CLEAN);
  }

  private int soak(Writer said, String... more) {
    var configuration =
        ServerProcess.configure(
            folder, "[limits]", "mailbox = 1048576", "[log]", "level = \"warn\"");
    try (var server = ServerProcess.start(configuration)) {
      var arguments = new ArrayList<>(List.of("soak", "--server", "127.0.0.1:" + server.port()));
      arguments.addAll(List.of("--pid", Long.toString(server.pid())));
      arguments.addAll(List.of(more));
      var line = Main.commandLine();
      line.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
      int status = line.execute(arguments.toArray(String[]::new));
      assertThat(server.errors()).doesNotContain(" ERROR ");
      return status;
    }
  }
}
