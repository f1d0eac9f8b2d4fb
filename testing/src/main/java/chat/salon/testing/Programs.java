package chat.salon.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/// Finds the programs of a database.
final class Programs {
  private Programs() {}

  /// A program in one of these folders, the last by name first, or on the path.
  ///
  /// @param versions folders that hold a folder for each version; may be none
  /// @param below the folder of the programs in each
  static Path find(String program, Path versions, String below) {
    var folders = new ArrayList<Path>();
    if (Files.isDirectory(versions)) {
      try (var each = Files.list(versions)) {
        each.sorted(Comparator.comparingInt(Programs::number).reversed())
            .forEach(version -> folders.add(version.resolve(below)));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    Stream.of(System.getenv("PATH").split(":")).map(Path::of).forEach(folders::add);
    folders.addAll(List.of(Path.of("/usr/sbin"), Path.of("/usr/local/sbin")));
    for (var folder : folders) {
      if (Files.isExecutable(folder.resolve(program))) {
        return folder.resolve(program);
      }
    }
    throw missing(program);
  }

  private static int number(Path version) {
    var digits = version.getFileName().toString().replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static TestAbortedException missing(String program) {
    var why = program + " is not installed: run testing/install-databases. The test is skipped.";
    System.err.println(why);
    return new TestAbortedException(why);
  }
}
