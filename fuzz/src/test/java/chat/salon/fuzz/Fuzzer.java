package chat.salon.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Jazzer in a JVM of its own, for one target. (Its JUnit extension knows no JUnit 6.) What it
/// finds and what it learns goes to `target/fuzz/<name>`, and what it has learned there before it
/// starts from again.
final class Fuzzer {
  /// After so long with one input it hangs.
  static final int HANG_SECONDS = 20;

  private static final Path RESULTS = Path.of("target", "fuzz").toAbsolutePath();
  private static final int LONGEST_INPUT = 9000;
  private static final int STARTING_SECONDS = 180;
  private static final int LONG_RUN_SECONDS = 20; // from here on the better compiler pays
  private static final int LOG_LINES = 60;
  private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");
  private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+) ");

  private final String name;
  private final Class<?> target;
  private final Path folder;
  private int hangSeconds = HANG_SECONDS;
  private boolean isFresh;

  /// How a run ended.
  ///
  /// @param status of the process: 0 when nothing was found
  /// @param finding the input that broke it, if one did
  record Run(int status, Optional<Path> finding, Path folder, String log) {

    /// How many inputs were tried; 0 when it did not come to its end.
    long inputs() {
      var done = DONE.matcher(log);
      return done.find() ? Long.parseLong(done.group(1)) : 0;
    }

    /// How many edges of Salon's code were seen at last.
    int coverage() {
      return COVERAGE
          .matcher(log)
          .results()
          .mapToInt(r -> Integer.parseInt(r.group(1)))
          .max()
          .orElse(0);
    }

    /// The input, as a line of the corpus.
    String seed() throws IOException {
      return finding.isPresent() ? Escaped.write(Files.readAllBytes(finding.get())) : "none";
    }

    /// The end of what Jazzer said.
    String end() {
      var lines = log.lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }
  }

  Fuzzer(String name, Class<?> target) {
    this.name = name;
    this.target = target;
    this.folder = RESULTS.resolve(name);
  }

  Fuzzer hangsAfter(int seconds) {
    hangSeconds = seconds;
    return this;
  }

  /// Knows nothing of earlier runs.
  Fuzzer fresh() {
    isFresh = true;
    return this;
  }

  /// Why there can be no fuzzing here; empty when there can.
  static Optional<String> hindrance() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var os = system.startsWith("linux") ? "linux" : system.startsWith("mac") ? "macos" : "windows";
    var arch = System.getProperty("os.arch").replace("amd64", "x86_64");
    var library = "driver/jazzer_driver_" + os + '_' + arch + "/";
    boolean isThere =
        List.of("libjazzer_driver.so", "libjazzer_driver.dylib", "jazzer_driver.dll").stream()
            .anyMatch(file -> Jazzer.class.getResource(library + file) != null);
    return isThere
        ? Optional.empty()
        : Optional.of("Jazzer has no library for " + system + " on " + arch);
  }

  Run run(Collection<byte[]> seeds, int seconds) throws IOException, InterruptedException {
    var learned = folder.resolve("learned");
    if (isFresh) emptied(learned);
    Files.createDirectories(learned);
    var findings = emptied(folder.resolve("findings"));
    var given = emptied(folder.resolve("seeds"));
    var temporary = emptied(folder.resolve("tmp"));
    int number = 0;
    for (var seed : seeds) Files.write(given.resolve("seed-" + ++number), seed);
    var log = folder.resolve("log.txt");
    var process =
        new ProcessBuilder(command(seconds, findings, learned, given, temporary))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(seconds + hangSeconds + STARTING_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("Jazzer does not end; it says in " + log + ":\n" + read(log));
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return new Run(process.exitValue(), finding(findings), folder, read(log));
  }

  private List<String> command(
      int seconds, Path findings, Path learned, Path given, Path temporary) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=" + (seconds < LONG_RUN_SECONDS ? 1 : 4),
        "-XX:+EnableDynamicAgentLoading",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-XX:+UseSerialGC",
        "-Xmx512m",
        "-Djava.io.tmpdir=" + temporary,
        "-cp",
        System.getProperty("java.class.path"),
        Jazzer.class.getName(),
        "--target_class=" + target.getName(),
        "--instrumentation_includes=chat.salon.**",
        "--instrumentation_excludes=chat.salon.fuzz.*", // the judges
        "--custom_hook_includes=chat.salon.**",
        "--reproducer_path=" + findings,
        "-artifact_prefix=" + findings + "/",
        "-max_total_time=" + seconds,
        "-timeout=" + hangSeconds,
        "-max_len=" + LONGEST_INPUT,
        "-len_control=100",
        "-print_final_stats=1",
        learned.toString(),
        given.toString());
  }

  private static Optional<Path> finding(Path findings) throws IOException {
    try (var files = Files.list(findings)) {
      return files
          .filter(file -> file.getFileName().toString().matches("(crash|timeout|oom)-.*"))
          .findFirst();
    }
  }

  private static Path emptied(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var files = Files.walk(folder)) {
      var inside = new ArrayList<>(files.skip(1).toList());
      for (var file : inside.reversed()) Files.delete(file);
    }
    return folder;
  }

  // What Jazzer prints of an input is whatever the input is.
  private static String read(Path log) throws IOException {
    return new String(Files.readAllBytes(log), UTF_8);
  }

  @Override
  public String toString() {
    return name;
  }
}
