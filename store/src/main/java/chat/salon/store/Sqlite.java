package chat.salon.store;

import chat.salon.core.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/// SQLite in one file: write-ahead log, synced at every commit.
final class Sqlite implements Database {
  private static final String VERSION = "select sqlite_version()";
  private static final String JOURNAL_MODE = "pragma journal_mode";
  private static final String NOW = "select cast(unixepoch('subsec') * 1000 as integer)";
  private static final String BEGIN = "begin";
  private static final String SYNCHRONOUS = "pragma synchronous";

  // An earlier library corrupts the file when the write-ahead log starts anew.
  private static final Runtime.Version OLDEST = Runtime.Version.parse("3.51.3");
  private static final int FULL = 2;
  // 64 MB. A checkpoint in a thread of its own let the log grow to 0.9 GB.
  private static final String CHECKPOINT_PAGES = "16000";
  // In KiB, by their sign. Each busy conversation has a page of its own in the writer's.
  private static final int WRITER_CACHE = -16_000;
  private static final int READER_CACHE = -4_000;
  private static final int PATIENCE_MILLIS = 5000;

  private final Path file;

  Sqlite(Path file) {
    this.file = file;
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public Map<String, String> types() {
    return Map.of(
        "key", "text",
        "text", "text",
        "long", "integer",
        "bytes", "blob",
        "identity", "integer primary key autoincrement",
        "table", "strict",
        "clustered", "strict, without rowid",
        "fence", ""); // one process has it open, so only one owner writes
  }

  @Override
  public DataSource forMigration() {
    var source = new SQLiteDataSource(config());
    source.setUrl(url());
    return source;
  }

  @Override
  public Connection openWriter(String writer) throws SQLException {
    var config = config();
    config.setPragma(Pragma.WAL_AUTOCHECKPOINT, CHECKPOINT_PAGES);
    config.setCacheSize(WRITER_CACHE);
    var connection = config.createConnection(url());
    try {
      proveDurable(connection);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException | StoreException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public ReadingPool openReaders(int many) throws SQLException {
    var pool = new SqlitePool(many);
    for (int i = 0; i < many; i++) {
      pool.add(new Db(openReader()));
    }
    return pool;
  }

  @Override
  public boolean isRemote() {
    return false;
  }

  private Connection openReader() throws SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setCacheSize(READER_CACHE);
    config.setBusyTimeout(PATIENCE_MILLIS);
    config.setGetGeneratedKeys(false);
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    return config.createConnection(url());
  }

  private static SQLiteConfig config() {
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(PATIENCE_MILLIS);
    config.enforceForeignKeys(true);
    config.setGetGeneratedKeys(false); // else open statements stop VACUUM INTO
    config.setOpenMode(SQLiteOpenMode.NOMUTEX); // each connection belongs to one thread
    return config;
  }

  private String url() {
    return "jdbc:sqlite:" + file;
  }

  /// Reads back what makes a commit durable, and refuses a connection where it is not so.
  static void proveDurable(Connection connection) throws SQLException {
    var db = new Db(connection);
    var version = db.one(VERSION, row -> row.getString(1));
    if (Runtime.Version.parse(version).compareTo(OLDEST) < 0) {
      throw new StoreException(
          "The SQLite library is version " + version + ": it must be " + OLDEST + " or newer.");
    }
    var journal = db.one(JOURNAL_MODE, row -> row.getString(1));
    if (!journal.equalsIgnoreCase("wal")) {
      throw new StoreException(
          "SQLite's journal_mode is "
              + journal
              + ": it must be wal. Is the data folder on a disk"
              + " of this machine?");
    }
    int synchronous = db.one(SYNCHRONOUS, row -> row.getInt(1));
    if (synchronous < FULL) {
      throw new StoreException(
          "SQLite's synchronous is "
              + synchronous
              + ": it must be "
              + FULL
              + " (full), or"
              + " a power cut loses messages.");
    }
  }

  // After some errors SQLite has undone the transaction already; then rolling back fails, and the
  // driver does not begin the next one.
  @Override
  public void rollback(Connection connection) throws SQLException {
    try {
      connection.rollback();
    } catch (SQLException e) {
      try (var statement = connection.createStatement()) {
        statement.execute(BEGIN); // fails when a transaction is open after all
      } catch (SQLException begin) {
        e.addSuppressed(begin);
        throw e;
      }
    }
  }

  @Override
  public Trouble trouble(SQLException e) {
    return switch (code(e)) {
      // One statement was refused, and undone by itself.
      case SQLITE_CONSTRAINT,
          SQLITE_CONSTRAINT_CHECK,
          SQLITE_CONSTRAINT_DATATYPE,
          SQLITE_CONSTRAINT_FOREIGNKEY,
          SQLITE_CONSTRAINT_NOTNULL,
          SQLITE_CONSTRAINT_PRIMARYKEY,
          SQLITE_CONSTRAINT_ROWID,
          SQLITE_CONSTRAINT_TRIGGER,
          SQLITE_CONSTRAINT_UNIQUE,
          SQLITE_TOOBIG,
          SQLITE_MISMATCH,
          SQLITE_RANGE ->
          Trouble.OWN;
      // No space for the log, its index or the file: nothing was committed. SHMSIZE is how a full
      // disk looks when the index of the log has to grow.
      case SQLITE_FULL,
          SQLITE_IOERR_SHMSIZE,
          // Somebody else writes, for example a person with the sqlite3 shell.
          SQLITE_BUSY,
          SQLITE_BUSY_RECOVERY,
          SQLITE_BUSY_SNAPSHOT,
          SQLITE_BUSY_TIMEOUT,
          SQLITE_LOCKED ->
          Trouble.PASSING;
      // IOERR, CORRUPT, NOTADB, READONLY, CANTOPEN, PROTOCOL, NOMEM … and what we do not know.
      default -> Trouble.FATAL;
    };
  }

  @Override
  public boolean isTaken(SQLException e) {
    return switch (code(e)) {
      case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID -> true;
      default -> false;
    };
  }

  @Override
  public void continueIdentities(Db db) {
    // as autoincrement does
  }

  @Override
  public long now(Db db) throws SQLException {
    return db.one(NOW, row -> row.getLong(1));
  }

  private static SQLiteErrorCode code(SQLException e) {
    return e instanceof SQLiteException ours ? ours.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
  }
}
