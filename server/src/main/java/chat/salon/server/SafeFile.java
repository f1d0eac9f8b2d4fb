package chat.salon.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that are there whole or not at all.
final class SafeFile {
  private static final boolean HAS_OWNERS =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private SafeFile() {}

  /// Writes a file and brings it to the disk. At its name there is nothing, what was there before,
  /// or all of it.
  ///
  /// @param isSecret only the owner may read it, from its first byte on
  static void write(Path file, String text, boolean isSecret) throws IOException {
    var unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    var rights = permissions(isSecret ? "rw-------" : "rw-r--r--");
    try (var out = FileChannel.open(unfinished, Set.of(CREATE_NEW, WRITE), rights)) {
      var bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    bringNameToDisk(file);
  }

  /// Makes a folder that only its owner may enter, unless it is there.
  static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, permissions("rwx------"));
      bringNameToDisk(folder);
    }
  }

  private static void bringNameToDisk(Path file) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (HAS_OWNERS && folder != null) { // elsewhere a folder cannot be opened
      try (var names = FileChannel.open(folder)) {
        names.force(true);
      }
    }
  }

  private static FileAttribute<?>[] permissions(String rights) {
    return HAS_OWNERS
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
