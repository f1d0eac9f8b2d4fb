package chat.salon.store;

import chat.salon.core.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// The folder of one server's data, which no other server may use at the same time. What is made in
/// it is for its owner alone.
final class DataFolder implements AutoCloseable {
  private static final String LOCK = "salon.lock";

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// Takes a folder, which is made when it is not there.
  ///
  /// @throws StoreException it cannot be written to, or another server has it
  static DataFolder take(Path path) {
    FileChannel channel = null;
    try {
      make(path);
      create(path.resolve(LOCK));
      channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new StoreException("Another Salon is running on the data folder " + path + ".");
      }
      return new DataFolder(path, channel);
    } catch (IOException e) {
      throw new StoreException("The data folder " + path + " cannot be written to: " + e + ".", e);
    }
  }

  /// Makes a folder that only its owner may enter, unless it is there.
  static void make(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path, owner(path, "rwx------"));
      syncName(path);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null; // another one in this process
    }
  }

  Path file(String name) {
    return path.resolve(name);
  }

  /// Makes an empty file that only its owner may read, unless it is there.
  static void create(Path file) throws IOException {
    try {
      Files.createFile(file, owner(file, "rw-------"));
      syncName(file);
    } catch (FileAlreadyExistsException _) {
      // as it should be
    }
  }

  /// Makes sure that a file that was made or renamed stays so: its name is in the folder above.
  static void syncName(Path file) throws IOException {
    var above = file.toAbsolutePath().getParent();
    if (above != null && hasPermissions(above)) { // elsewhere folders cannot be synced
      try (var channel = FileChannel.open(above, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  static FileAttribute<?>[] owner(Path path, String permissions) {
    return hasPermissions(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean hasPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreException("giving back the data folder", e);
    }
  }
}
