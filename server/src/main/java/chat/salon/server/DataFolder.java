package chat.salon.server;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The folder of everything that is kept, and what the server itself has in it. The database is the
/// store's.
record DataFolder(Path path) {

  /// Whether it can be used or made, before the store makes it.
  ///
  /// @throws StartException it cannot
  void check() {
    var existing = existing(path.toAbsolutePath());
    if (existing == null || !Files.isDirectory(existing)) {
      throw new StartException("the data folder " + path + " cannot be made: a file is in its way");
    }
    if (!Files.isWritable(existing)) {
      throw new StartException(
          "this user may not write to " + existing + ", the place of the data");
    }
  }

  private static @Nullable Path existing(Path path) {
    var folder = path;
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    return folder;
  }

  Path certificate() {
    return path.resolve("cert.pem");
  }

  Path key() {
    return path.resolve("key.pem");
  }
}
