package chat.salon.store;

import chat.salon.core.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// Finds the key that belongs to a database, or makes it at the first start.
final class ServerKeys {
  private static final String FINGERPRINT =
      """
      select content from setting where name = 'server_key'\
      """;

  private static final String ADD_FINGERPRINT =
      """
      insert into setting (name, content) values ('server_key', ?)\
      """;

  private ServerKeys() {}

  /// @param db the connection that writes, before anybody else uses it
  /// @throws StoreException the key is lost, or belongs to another database
  static ServerKey open(Db db, Path file) throws SQLException, IOException {
    var expected = db.first(FINGERPRINT, row -> row.getString(1));
    if (expected.isPresent() && !Files.exists(file)) {
      throw new StoreException(
          "The key file "
              + file
              + " is missing: the secrets in the database cannot be read without it. Restore it"
              + " from the backup.");
    }
    var key = Files.exists(file) ? ServerKey.read(file) : ServerKey.create(file);
    if (expected.isEmpty()) {
      db.update(ADD_FINGERPRINT, key.fingerprint());
    } else if (!expected.get().equals(key.fingerprint())) {
      throw new StoreException(
          "The key file "
              + file
              + " is not the one that this database was written with. Restore the right one from"
              + " the backup.");
    }
    db.commit();
    return key;
  }
}
