package chat.salon.acceptance.faults;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.acceptance.history.Checker;
import chat.salon.acceptance.history.Log;
import chat.salon.acceptance.history.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// People talk while their server is killed and frozen and their connections are cut: nothing is
/// lost, doubled, moved or made up.
class FaultTest {
  private static final int SHORT_SECONDS = 12;
  private static final int SHORT_SECONDS_OF_THREE = 45;
  private static final int LONG_SECONDS = 600; // of each
  private static final Path KEPT = Path.of("target", "faults");

  @TempDir private Path folder;

  @Test
  void one_node_keeps_its_word_whatever_is_done_to_it() throws Exception {
    try (var network = new OneNode(folder)) {
      var figures = judged(network, SHORT_SECONDS).figures();
      assertThat(figures.faults()).containsKeys("kill", "restart", "pause", "resume", "cut");
      assertThat(figures.ok()).isGreaterThan(20);
      assertThat(figures.replayed()).isPositive();
      assertThat(figures.kicks()).isPositive();
      assertThat(figures.claims()).isPositive();
    }
  }

  @Test
  void three_nodes_keep_their_word_whatever_is_done_to_them() throws Exception {
    try (var network = new ThreeNodes(folder)) {
      var figures = judged(network, SHORT_SECONDS_OF_THREE).figures();
      assertThat(figures.faults())
          .containsKeys("kill", "pause", "partition", "kill database", "cut");
      assertThat(figures.ok()).isGreaterThan(20);
      assertThat(figures.replayed()).isPositive();
    }
  }

  /// Judges the log of an earlier run once more: -Dsalon.faults.log=FILE.
  @Test
  @EnabledIfSystemProperty(named = "salon.faults.log", matches = ".+")
  void a_log_that_was_kept() {
    var report = Checker.check(Log.read(Path.of(System.getProperty("salon.faults.log"))));
    System.out.println(report.details());
    assertThat(report.counts()).isEmpty();
  }

  private static Report judged(Network network, int few) throws InterruptedException, IOException {
    long seed = Long.getLong("salon.seed", System.nanoTime());
    int seconds =
        Integer.getInteger(
            "salon.faults.seconds", Boolean.getBoolean("salon.all") ? LONG_SECONDS : few);
    System.out.println("faults: " + seconds + " s, -Dsalon.seed=" + seed);
    boolean isGood = false;
    try {
      var result = FaultRun.of(network, seed, Duration.ofSeconds(seconds));
      var report = result.report();
      System.out.println(report.summary());
      isGood = report.violations().isEmpty() && result.troubles().isEmpty();
      if (!isGood) {
        Log.write(report.log(), kept(seed + ".jsonl"));
      }
      assertThat(report.violations()).as(report::details).isEmpty();
      assertThat(result.troubles()).as("troubles beside the history").isEmpty();
      return report;
    } finally {
      if (!isGood) {
        keepLogs(network, seed);
      }
    }
  }

  private static void keepLogs(Network network, long seed) throws IOException {
    for (int node = 0; node < network.logs().size(); node++) {
      Files.copy(network.logs().get(node), kept(seed + "-node" + node + ".log"), REPLACE_EXISTING);
    }
  }

  private static Path kept(String name) throws IOException {
    var file = Files.createDirectories(KEPT).resolve(name);
    System.out.println("Kept: " + file.toAbsolutePath());
    return file;
  }
}
