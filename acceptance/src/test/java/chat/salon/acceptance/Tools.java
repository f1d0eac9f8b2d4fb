package chat.salon.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The programs of this machine, as far as a test lets another program see them.
final class Tools {
  private Tools() {}

  /// Where the machine has this program, by its PATH.
  static Optional<Path> find(String name) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Fills the folder with links to these programs, as far as the machine has them, and returns it:
  /// a PATH on which there is nothing else.
  static Path link(Path folder, List<String> names) {
    try {
      Files.createDirectories(folder);
      for (var name : names) {
        var found = find(name);
        if (found.isPresent()) {
          Files.createSymbolicLink(folder.resolve(name), found.get());
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
