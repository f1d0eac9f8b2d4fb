package chat.salon.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The folder of a database server, and the user that it belongs to: no server of a database runs
/// as root.
final class ServerFolder {
  private static final String NOBODY = "nobody";
  private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));

  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long ENOUGH_BYTES = 4L << 30;

  private final Path path;

  ServerFolder() {
    try {
      path =
          isRoomy(MEMORY)
              ? Files.createTempDirectory(MEMORY, "salon-db")
              : Files.createTempDirectory("salon-db");
      own(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Tests make tables all the time, and a server syncs each, as it has to. In memory that takes no
  // time, and is as safe from a server that is killed as a disk.
  private static boolean isRoomy(Path folder) throws IOException {
    return Files.isWritable(folder) && Files.getFileStore(folder).getUsableSpace() >= ENOUGH_BYTES;
  }

  private static void own(Path file) throws IOException {
    if (IS_ROOT) {
      var users = file.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(file, users.lookupPrincipalByName(NOBODY));
    }
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  /// A file with this text.
  Path write(String name, String text) {
    try {
      var file = Files.writeString(path.resolve(name), text);
      own(file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file with this text, for the server alone.
  Path writeSecret(String name, String text) {
    var file = write(name, text);
    try {
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A command as the user that the folder belongs to.
  List<String> asOwner(List<String> command) {
    var all = new ArrayList<String>();
    if (IS_ROOT) {
      all.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=65534", "--clear-groups"));
    }
    all.addAll(command);
    return all;
  }

  /// Runs a command to its end.
  void run(List<String> command, Path input) {
    try {
      var process =
          new ProcessBuilder(asOwner(command))
              .directory(path.toFile())
              .redirectErrorStream(true)
              .redirectInput(input.toFile())
              .start();
      String said;
      try (InputStream out = process.getInputStream()) {
        said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      }
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command.getFirst() + " failed: " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void delete() {
    try (var files = Files.walk(path)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
