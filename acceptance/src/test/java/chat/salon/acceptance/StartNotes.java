package chat.salon.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What Java notes of a start, with which servers of tests are ready in half the time: hundreds are
/// started in one run. It is the launcher's way, too (`server/src/package/start.sh`).
///
/// Java keeps notes of jars only. There are jars where Maven packages before it tests, which it
/// does in a whole run; elsewhere, and where making notes failed, servers start as they always did.
final class StartNotes {
  private static final int MOST_SECONDS = 120;

  private StartNotes() {}

  /// What makes Java start a server: the class path, and the notes if there are any.
  static List<String> options() {
    return Made.OPTIONS;
  }

  // Once for all servers of this process, when the first is to be started.
  private static final class Made {
    static final List<String> OPTIONS = make();

    private static List<String> make() {
      var jars =
          Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
              .filter(entry -> !entry.contains("test-classes"))
              .filter(entry -> Files.exists(Path.of(entry)))
              .toList();
      var path = List.of("-cp", String.join(File.pathSeparator, jars));
      if (!jars.stream().allMatch(entry -> Files.isRegularFile(Path.of(entry)))) {
        return path;
      }
      var notes = Path.of("target", "start-" + state(jars) + ".aot").toAbsolutePath();
      return isThere(notes, path)
          ? Stream.concat(path.stream(), Stream.of("-XX:AOTCache=" + notes)).toList()
          : path;
    }

    // Other processes of this run, which test too, want the same: the first makes them for all.
    private static boolean isThere(Path notes, List<String> path) {
      try (var channel =
              FileChannel.open(
                  notes.resolveSibling("start.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        if (Files.exists(notes)) {
          return true;
        }
        deleteOthers(notes);
        return rehearse(path, notes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void deleteOthers(Path notes) throws IOException {
      try (var old = Files.newDirectoryStream(notes.getParent(), "start-*.aot")) {
        for (var other : old) {
          Files.delete(other);
        }
      }
    }

    // Notes are of no use for other jars.
    private static String state(List<String> jars) {
      return Integer.toHexString(
          jars.stream()
              .map(File::new)
              .map(jar -> jar + " " + jar.length() + " " + jar.lastModified())
              .toList()
              .hashCode());
    }

    private static boolean rehearse(List<String> path, Path notes) {
      var made = notes.resolveSibling("start.aot");
      var command =
          Stream.of(
                  Stream.of(ServerProcess.java(), "-XX:AOTCacheOutput=" + made),
                  ServerProcess.JVM.stream(),
                  path.stream(),
                  Stream.of(ServerProcess.MAIN, "rehearse"))
              .flatMap(part -> part)
              .toList();
      try {
        var process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(notes.resolveSibling("start.log").toFile())
                .start();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          return false;
        }
        boolean isMade = process.exitValue() == 0 && Files.exists(made);
        if (isMade) {
          Files.move(made, notes, StandardCopyOption.ATOMIC_MOVE);
        }
        return isMade;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
