package chat.salon.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/// Runs each benchmark for a moment, so that none rots. Their figures are not looked at.
class PartsCommandTest {
  @Test
  void every_benchmark_runs() {
    var said = new StringWriter();

    int exit =
        Main.commandLine()
            .setOut(new PrintWriter(said))
            .execute("parts", "--forks=0", "--iterations=1", "--seconds=0.01");

    assertThat(exit).isZero();
    assertThat(said.toString())
        .contains("ParseBenchmark", "EncodeBenchmark", "TurnBenchmark", "CodecBenchmark")
        .contains("joinAndLeave16", "bytes");
  }
}
