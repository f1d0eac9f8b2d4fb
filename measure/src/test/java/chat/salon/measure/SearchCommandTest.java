package chat.salon.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Measures a few searches, so that the measurement stays right. Its figures are not looked at.
class SearchCommandTest {
  @TempDir Path folder;

  @Test
  void a_few_messages_are_indexed_and_searched() throws IOException {
    var said = new StringWriter();

    int exit =
        Main.commandLine()
            .setOut(new PrintWriter(said))
            .execute(
                "search",
                "--messages=5000",
                "--conversations=300",
                "--searches=20",
                "--folder=" + folder);

    assertThat(exit).isZero();
    assertThat(said.toString()).contains("indexing", "common word", "rare word", "prefix");
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
