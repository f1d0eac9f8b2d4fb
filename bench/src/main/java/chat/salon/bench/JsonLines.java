package chat.salon.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A file with one JSON object for each trial, with everything that is known about it. Lines are
/// added to what is there.
final class JsonLines implements AutoCloseable {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private final JsonMapper mapper = new JsonMapper();
  private final Writer writer;
  private final Map<String, String> versions;
  private final List<String> command;
  private final Plan plan;
  private final Map<String, Object> machine = machine();

  /// @param versions of the servers, by name
  /// @param command the arguments of this program
  JsonLines(Path file, Map<String, String> versions, List<String> command, Plan plan) {
    this.versions = versions;
    this.command = command;
    this.plan = plan;
    try {
      writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new BenchException("cannot write " + file, e);
    }
  }

  void add(Trial trial) {
    var line = new LinkedHashMap<String, Object>();
    line.put("time", Instant.now().toString());
    line.put("command", command);
    line.put("machine", machine);
    line.put("server", trial.server());
    line.put("version", versions.getOrDefault(trial.server(), "unknown"));
    line.put("round", trial.round());
    line.put("load", trial.load().name());
    line.put("parameters", trial.load().parameters());
    line.put("warmUpSeconds", plan.warmUp().toSeconds());
    line.put("measuredSeconds", plan.measured().toSeconds());
    var result = trial.result();
    if (result == null) {
      line.put("problem", String.valueOf(trial.problem()));
    } else {
      var figures = new LinkedHashMap<String, Double>();
      result.figures().forEach((figure, value) -> figures.put(key(figure), value));
      line.put("figures", figures);
      line.put("clean", result.verdict().isClean());
      line.put("verdict", result.verdict());
    }
    try {
      writer.write(mapper.writeValueAsString(line) + "\n");
      writer.flush();
    } catch (IOException e) {
      throw new BenchException("cannot write the JSON lines", e);
    }
  }

  private static String key(Figure figure) {
    return figure.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> machine() {
    var machine = new LinkedHashMap<String, Object>();
    machine.put("cores", Cores.ofThisMachine().count());
    machine.put("processor", processor());
    machine.put("pinned", Cores.ofThisMachine().arePinned());
    machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    machine.put("java", System.getProperty("java.vm.version"));
    return machine;
  }

  private static String processor() {
    if (!Files.isReadable(CPU_INFO)) {
      return System.getProperty("os.arch");
    }
    try (BufferedReader lines = Files.newBufferedReader(CPU_INFO)) {
      return lines
          .lines()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      throw new BenchException("cannot read " + CPU_INFO, e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new BenchException("cannot write the JSON lines", e);
    }
  }
}
