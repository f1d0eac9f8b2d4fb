package chat.salon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The cores that we may use: the first is for the server and the last for the generator, where
/// there are two and `taskset` is installed.
///
/// @param allowed their numbers
record Cores(List<Integer> allowed) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String KEY = "Cpus_allowed_list:";
  private static final Cores HERE = find();

  static Cores ofThisMachine() {
    return HERE;
  }

  private static Cores find() {
    var onPath =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "taskset")));
    if (!onPath || !Files.isReadable(STATUS)) {
      return new Cores(List.of());
    }
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(KEY))
          .map(line -> parse(line.substring(KEY.length()).strip()))
          .findFirst()
          .orElse(new Cores(List.of()));
    } catch (IOException e) {
      throw new BenchException("cannot read " + STATUS, e);
    }
  }

  /// Reads `0-3,8`.
  static Cores parse(String list) {
    return new Cores(Stream.of(list.split(",")).flatMap(Cores::range).toList());
  }

  private static Stream<Integer> range(String range) {
    var ends = range.split("-");
    return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
        .boxed();
  }

  /// How many this program could use when it began.
  int count() {
    return Math.max(allowed.size(), Runtime.getRuntime().availableProcessors());
  }

  /// Whether server and generator have a core each.
  boolean arePinned() {
    return allowed.size() >= 2;
  }

  /// What goes in front of the command of a server.
  List<String> onServerCore() {
    return arePinned() ? List.of("taskset", "-c", allowed.getFirst().toString()) : List.of();
  }

  /// Keeps all threads of this process on the core of the generator.
  void pinGenerator() {
    if (!arePinned()) {
      return;
    }
    var own = Long.toString(ProcessHandle.current().pid());
    try {
      var taskset =
          new ProcessBuilder("taskset", "-a", "-c", "-p", allowed.getLast().toString(), own)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!taskset.waitFor(10, TimeUnit.SECONDS) || taskset.exitValue() != 0) {
        throw new BenchException("taskset could not pin the generator");
      }
    } catch (IOException | InterruptedException e) {
      throw new BenchException("cannot run taskset", e);
    }
  }
}
