package chat.salon.store;

import chat.salon.core.StoreException;
import chat.salon.core.account.Accounts;
import chat.salon.core.port.Conversations;
import chat.salon.core.port.MessageLog;
import chat.salon.core.port.Nicks;
import chat.salon.store.Watch.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/// What the server keeps on disk. Any thread but an event loop; one for each data folder.
public final class Store implements AutoCloseable {
  private static final String SQLITE = "sqlite:";
  private static final String KEY = "secret.key";

  private final DataFolder folder;
  private final ServerKey key;
  private final Committer committer;
  private final Readers readers;
  private final MessageLog messageLog;
  private final Conversations conversations;
  private final Nicks nicks;
  private final Accounts accounts;

  private Store(
      DataFolder folder,
      Database database,
      ServerKey key,
      Committer committer,
      Readers readers,
      BatchWriter writer) {
    this.folder = folder;
    this.key = key;
    this.committer = committer;
    this.readers = readers;
    this.messageLog = new SqlMessageLog(committer, readers, writer);
    this.conversations = new SqlConversations(readers);
    this.nicks = new SqlNicks(readers);
    this.accounts = new SqlAccounts(committer, readers, database, key, InstantSource.system());
  }

  /// Opens the database of a data folder, which are both made when they are not there, and brings
  /// its tables up to date.
  ///
  /// @throws StoreException with a sentence for the operator: why it must not or cannot be used
  public static Store open(StoreSettings settings, Path dataFolder) {
    return open(settings, dataFolder, UnaryOperator.identity(), Patience.DEFAULT);
  }

  /// @param seam around the connection that writes, for tests
  static Store open(
      StoreSettings settings, Path dataFolder, UnaryOperator<Connection> seam, Patience patience) {
    var folder = DataFolder.take(dataFolder.toAbsolutePath().normalize());
    try {
      return open(settings, folder, seam, patience);
    } catch (IOException | SQLException e) {
      folder.close();
      throw new StoreException(
          "The database in " + dataFolder + " cannot be opened: " + e.getMessage(), e);
    } catch (RuntimeException | Error e) {
      folder.close();
      throw e;
    }
  }

  private static Store open(
      StoreSettings settings, DataFolder folder, UnaryOperator<Connection> seam, Patience patience)
      throws IOException, SQLException {
    var file = folder.file(settings.url().substring(SQLITE.length()));
    DataFolder.create(file);
    var database = new Sqlite(file);
    Migrations.run(database);
    var db = new Db(seam.apply(database.openWriter()));
    try {
      var key = ServerKeys.open(db, folder.file(KEY));
      var readers = new Readers(database, settings);
      var writer = new BatchWriter();
      var committer = new Committer(db, database, settings, patience, writer::forget);
      return new Store(folder, database, key, committer, readers, writer);
    } catch (IOException | SQLException | RuntimeException e) {
      db.close();
      throw e;
    }
  }

  public MessageLog messageLog() {
    return messageLog;
  }

  public Conversations conversations() {
    return conversations;
  }

  public Nicks nicks() {
    return nicks;
  }

  public Accounts accounts() {
    return accounts;
  }

  /// 32 secret bytes for one use, the same at every start of this server and known to no other.
  public byte[] secret(String use) {
    return key.derive(use);
  }

  /// Whether it can keep what it is given. May wait for the disk when it could not just now.
  public Health health() {
    return committer.health();
  }

  /// How many transactions were committed since it was opened.
  public long commits() {
    return committer.commits();
  }

  /// How many writes wait for a transaction.
  public int waiting() {
    return committer.waiting();
  }

  /// Commits what is waiting, then gives everything back.
  @Override
  public void close() {
    readers.close();
    committer.close();
    folder.close();
  }
}
