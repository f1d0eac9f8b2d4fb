package chat.salon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// What Linux tells about one process, in /proc.
///
/// @param folder of the process
record Proc(Path folder) {
  private static final double TICKS_PER_SECOND =
      100; // USER_HZ, the same on every architecture here

  static Proc of(long pid) {
    if (!isThere(pid)) {
      throw new BenchException("there is no process " + pid + " to measure");
    }
    return new Proc(folder(pid));
  }

  /// Whether there is such a process; one that was killed is not.
  static boolean isThere(long pid) {
    return Files.isReadable(folder(pid).resolve("stat"));
  }

  private static Path folder(long pid) {
    return Path.of("/proc", Long.toString(pid));
  }

  static Proc own() {
    return new Proc(Path.of("/proc/self"));
  }

  /// Seconds of processor that it used so far, in user code and in the kernel, in steps of 10 ms.
  double cpuSeconds() {
    var stat = read("stat");
    // The name is in parentheses and may have spaces; utime and stime are fields 14 and 15.
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  /// Bytes of its memory that are resident, shared pages counted whole.
  long residentBytes() {
    return number("status", "VmRSS:").orElseThrow() * 1024;
  }

  /// The same, shared pages counted by their share; empty if we may not know.
  OptionalLong proportionalBytes() {
    try {
      var pss = number("smaps_rollup", "Pss:");
      return pss.isPresent() ? OptionalLong.of(pss.getAsLong() * 1024) : pss;
    } catch (BenchException _) {
      return OptionalLong.empty();
    }
  }

  /// How many files it may have open.
  long mostFiles() {
    return read("limits")
        .lines()
        .filter(line -> line.startsWith("Max open files"))
        .map(line -> line.split(" {2,}")[1])
        .mapToLong(limit -> limit.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(limit))
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  /// How many files it has open, sockets among them.
  long openFiles() {
    var open = folder.resolve("fd").toFile().list();
    if (open == null) {
      throw new BenchException("cannot read " + folder.resolve("fd") + ": is it somebody else's?");
    }
    return open.length;
  }

  /// How many threads it has.
  long threads() {
    return number("status", "Threads:").orElseThrow();
  }

  /// The number in the line of a file that begins so, in kilobytes where it is memory.
  private OptionalLong number(String file, String key) {
    return read(file)
        .lines()
        .filter(line -> line.startsWith(key))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst();
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new BenchException("cannot read " + folder.resolve(file) + ": has it ended?", e);
    }
  }
}
