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
  static ServerKey open(Db db, Database database, Path file) throws SQLException, IOException {
    if (db.first(FINGERPRINT, row -> row.getString(1)).isEmpty()) {
      propose(db, database, file);
    }
    var expected = db.one(FINGERPRINT, row -> row.getString(1));
    db.commit();
    if (!Files.exists(file)) {
      throw new StoreException(
          "The key file "
              + file
              + " is missing: the secrets in the database cannot be read without it. Restore it"
              + " from the backup, or copy it from another node of the same network.");
    }
    var key = ServerKey.read(file);
    if (!expected.equals(key.fingerprint())) {
      throw new StoreException(
          "The key file "
              + file
              + " is not the one that this database was written with. Restore the right one from"
              + " the backup, or copy it from another node of the same network.");
    }
    return key;
  }

  // Of several nodes that begin with an empty database at once, the first one's key is everybody's.
  private static void propose(Db db, Database database, Path file)
      throws SQLException, IOException {
    boolean isNew = !Files.exists(file);
    var key = isNew ? ServerKey.create(file) : ServerKey.read(file);
    try {
      db.attempt(() -> db.update(ADD_FINGERPRINT, key.fingerprint()));
    } catch (SQLException e) {
      if (!database.isTaken(e)) {
        throw e;
      }
      if (isNew) {
        Files.delete(file);
      }
    }
  }
}
