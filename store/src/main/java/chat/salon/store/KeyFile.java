package chat.salon.store;

import chat.salon.core.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file of the key that encrypts secrets in the database: one and the same on all nodes that
/// share a database. Any thread.
public final class KeyFile {
  static final String NAME = "secret.key";

  private KeyFile() {}

  /// What stands in it; it is made when it is not there.
  ///
  /// @param data the data folder, which is made too
  /// @throws StoreException it cannot be read or written, or holds no key
  public static String take(Path data) {
    var file = data.resolve(NAME);
    try {
      DataFolder.make(data);
      if (!Files.exists(file)) {
        ServerKey.create(file);
      }
      ServerKey.read(file);
      return Files.readString(file);
    } catch (IOException e) {
      throw new StoreException("The key file " + file + " cannot be read or made: " + e + ".", e);
    }
  }

  /// Puts down the key of another node.
  ///
  /// @param data the data folder, which is made too
  /// @throws StoreException there is another key, it is none, or it cannot be written
  public static void put(Path data, String content) {
    var file = data.resolve(NAME);
    try {
      DataFolder.make(data);
      if (!Files.exists(file)) {
        ServerKey.write(file, content);
      } else if (!Files.readString(file).equals(content)) {
        throw new StoreException(
            "The key file " + file + " belongs to another database; take another data folder.");
      }
      ServerKey.read(file);
    } catch (IOException e) {
      throw new StoreException("The key file " + file + " cannot be written: " + e + ".", e);
    }
  }
}
