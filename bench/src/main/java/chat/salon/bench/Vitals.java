package chat.salon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/// What a server held at a moment.
///
/// @param hours since the soak began
/// @param heap bytes alive after a full collection; empty if they cannot be read
/// @param resident bytes of memory
/// @param files open file descriptors, sockets among them
/// @param threads of the operating system
/// @param data bytes of the files in its data folder; empty if it is not known
record Vitals(
    double hours, OptionalLong heap, long resident, long files, long threads, OptionalLong data) {

  /// Looks at a process.
  static Vitals of(long pid, double hours, OptionalLong heap) {
    var process = Proc.of(pid);
    return new Vitals(
        hours,
        heap,
        process.residentBytes(),
        process.openFiles(),
        process.threads(),
        size(process.folder().resolve("cwd").resolve("data")));
  }

  private static OptionalLong size(Path folder) {
    if (!Files.isDirectory(folder)) {
      return OptionalLong.empty();
    }
    try (var all = Files.walk(folder)) {
      return OptionalLong.of(all.mapToLong(Vitals::fileSize).sum());
    } catch (IOException | UncheckedIOException _) {
      return OptionalLong.empty(); // a folder of it went away, or is not for us
    }
  }

  private static long fileSize(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (NoSuchFileException _) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
