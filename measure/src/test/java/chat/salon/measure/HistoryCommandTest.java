package chat.salon.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Measures a small history, so that the measurement stays right. Its figures are not looked at.
class HistoryCommandTest {
  @TempDir Path folder;

  @Test
  void a_small_history_is_filled_read_and_appended_to() throws IOException {
    var figures = folder.resolve("figures.jsonl");
    var said = new StringWriter();

    int exit =
        run(
            said,
            "history",
            "--messages=10k",
            "--conversations=300",
            "--pages=200",
            "--seconds=0.1",
            "--folder=" + folder,
            "--json=" + figures);

    assertThat(exit).isZero();
    assertThat(said.toString()).contains("filling", "pages of 50", "newest", "appending");
    var lines = lines(figures);
    assertThat(of(lines, "filling"))
        .singleElement()
        .matches(row -> row.get("messages").asLong() == 10_000);
    assertThat(of(lines, "pages of 50"))
        .hasSize(8)
        .allMatch(row -> row.get("p99_us").asDouble() > 0);
    assertThat(of(lines, "appending"))
        .hasSize(6)
        .allMatch(row -> row.get("appended_a_s").asLong() > 0);
    assertThat(of(lines, "appending").getLast().get("messages").asLong()).isGreaterThan(10_000);
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(figures);
    }
  }

  @Test
  void what_is_no_count_is_refused() {
    assertThat(run(new StringWriter(), "history", "--messages=many")).isEqualTo(2);
    assertThat(run(new StringWriter(), "history", "--conversations=1")).isEqualTo(2);
  }

  private static int run(StringWriter said, String... arguments) {
    var silence = new PrintWriter(StringWriter.nullWriter());
    return Main.commandLine().setOut(new PrintWriter(said)).setErr(silence).execute(arguments);
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    var json = new JsonMapper();
    return Files.readAllLines(file).stream().map(json::readTree).toList();
  }

  private static List<JsonNode> of(List<JsonNode> lines, String kind) {
    return lines.stream().filter(line -> line.get("measure").asString().equals(kind)).toList();
  }
}
