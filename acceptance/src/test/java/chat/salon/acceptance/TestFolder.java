package chat.salon.acceptance;

import chat.salon.store.Store;
import chat.salon.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Folders that end with their test.
public final class TestFolder {
  private TestFolder() {}

  static Path make() {
    try {
      return Files.createTempDirectory("salon-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One with what [#install] puts into it.
  static Path installed() {
    var folder = make();
    install(folder);
    return folder;
  }

  /// Puts the database of a server that has just been installed into a data folder. Its tables are
  /// made once for all tests of this JVM: that takes longer than most of them.
  public static void install(Path data) {
    try (var files = Files.list(Installed.FOLDER)) {
      Files.createDirectories(data);
      for (var file : files.toList()) {
        Files.copy(file, data.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Installed {
    static final Path FOLDER = make();

    static {
      Store.open(StoreSettings.DEFAULT, FOLDER).close();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(FOLDER)));
    }
  }

  static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
