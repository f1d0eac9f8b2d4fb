package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.bench.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The load generator against a real server: everything is delivered once and in order.
@Timeout(120)
class BenchTest {
  @Test
  void small_loads_of_every_kind_lose_nothing(@TempDir Path folder) throws Exception {
    var json = folder.resolve("bench.json");
    var said = new StringWriter();
    int status;
    try (var salon = TestSalon.start()) {
      var words = List.of("channel", "pairs", "mixed", "churn", "connect");
      var arguments = new ArrayList<>(words);
      arguments.addAll(List.of("--server", "127.0.0.1:" + salon.port(), "--json", json.toString()));
      arguments.addAll(List.of("--pid", Long.toString(ProcessHandle.current().pid())));
      arguments.addAll(List.of("--members", "30,5", "--senders", "3", "--pairs", "10"));
      arguments.addAll(List.of("--clients", "100", "--channels", "10", "--movers", "10"));
      arguments.addAll(List.of("--visitors", "5", "--warm-up", "0", "--seconds", "1"));
      var line = Main.commandLine();
      line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
      status = line.execute(arguments.toArray(String[]::new));
    }

    assertThat(status).as(said.toString()).isZero();
    assertThat(said.toString())
        .contains("channel members=30", "deliveries/CPU s", "joins+parts/s", "cycles/s")
        .doesNotContain("WRONG", "FAILED");
    assertThat(Files.readAllLines(json))
        .hasSize(6)
        .allSatisfy(one -> assertThat(one).contains("\"clean\":true", "\"machine\":{"));
  }

  @Test
  void an_open_loop_keeps_its_rate() {
    var said = new StringWriter();
    int status;
    try (var salon = TestSalon.start()) {
      var line = Main.commandLine();
      line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
      var server = "127.0.0.1:" + salon.port();
      status =
          line.execute(
              "channel",
              "--server",
              server,
              "--members",
              "5",
              "--senders",
              "2",
              "--rate",
              "100",
              "--warm-up",
              "0",
              "--seconds",
              "1");
    }

    assertThat(status).as(said.toString()).isZero();
    assertThat(said.toString()).contains("rate=100", "p99.9 µs").doesNotContain("WRONG", "FAILED");
  }
}
