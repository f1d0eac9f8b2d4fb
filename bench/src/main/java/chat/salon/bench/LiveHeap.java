package chat.salon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The objects of a Java process that are alive after a full collection. `jcmd GC.class_histogram`
/// collects and counts at one safepoint; asking for a collection and then for what the heap uses
/// would count what was made in between too.
///
/// @param bytes of all of them
/// @param classes bytes of the objects of each
record LiveHeap(long bytes, Map<String, Long> classes) {
  // "   1:         12345        1234567  [B (java.base@25)"
  private static final Pattern CLASS = Pattern.compile("\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+(.+)");
  private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+\\d+");

  /// What the collector puts where dead objects were.
  private static final String FILLER = "jdk.internal.vm.Filler";

  private static final int PATIENCE_SECONDS = 60;

  /// Has the process collect, and counts.
  ///
  /// @throws BenchException if that cannot be done: there is no JDK here, or the process lets
  ///   nobody look
  static LiveHeap of(long pid) {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Path said = null;
    try {
      // Not by a pipe: the process stands still until all is written, and it may be this one.
      said = Files.createTempFile("salon-heap-", ".txt");
      var process =
          new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram")
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new BenchException("jcmd got no answer from process " + pid);
      }
      var output = Files.readString(said);
      if (process.exitValue() != 0) {
        throw new BenchException("jcmd cannot read the heap of process " + pid + ": " + output);
      }
      return parse(output);
    } catch (IOException | InterruptedException e) {
      throw new BenchException("cannot run " + jcmd + ": " + e.getMessage(), e);
    } finally {
      delete(said);
    }
  }

  private static void delete(@Nullable Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new BenchException("cannot delete " + file, e);
      }
    }
  }

  static LiveHeap parse(String histogram) {
    var classes = new LinkedHashMap<String, Long>();
    boolean whole = false;
    long bytes = 0;
    for (var line : histogram.lines().toList()) {
      var one = CLASS.matcher(line);
      whole |= TOTAL.matcher(line).matches();
      if (one.matches() && !one.group(2).contains(FILLER)) {
        long size = Long.parseLong(one.group(1));
        classes.merge(one.group(2).strip(), size, Long::sum);
        bytes += size;
      }
    }
    if (!whole) {
      throw new BenchException("jcmd gave no class histogram, but: " + histogram);
    }
    return new LiveHeap(bytes, classes);
  }

  /// The classes that grew most since then, the most first, in bytes.
  Map<String, Long> growthSince(LiveHeap before, int most) {
    var growth = new LinkedHashMap<String, Long>();
    classes.entrySet().stream()
        .map(one ->
            Map.entry(one.getKey(), one.getValue() - before.classes.getOrDefault(one.getKey(), 0L)))
        .filter(one -> one.getValue() > 0)
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(most)
        .forEach(one -> growth.put(one.getKey(), one.getValue()));
    return growth;
  }
}
