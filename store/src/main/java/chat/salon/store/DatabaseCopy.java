package chat.salon.store;

import chat.salon.core.StoreException;
import chat.salon.store.TableRows.Sum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Copies everything from one database to another, empty one, and proves that it is the same there.
/// All or nothing: until it has ended well, no server starts on the copy. One thread.
public final class DatabaseCopy {
  private static final int COMMIT_ROWS = 10_000;
  private static final int BATCH_ROWS = 500;

  private static final String BEGIN =
      """
      insert into setting (name, content) values ('copying', ?)\
      """;

  private static final String END =
      """
      delete from setting where name = 'copying'\
      """;

  private static final String UNFINISHED =
      """
      select content from setting where name = 'copying'\
      """;

  private final Database from;
  private final Database to;
  private final Progress progress;

  private DatabaseCopy(Database from, Database to, Progress progress) {
    this.from = from;
    this.to = to;
    this.progress = progress;
  }

  /// Hears how far it has come.
  public interface Progress {
    /// @param doing `copied` or `checked`
    void reached(String doing, String table, long rows);
  }

  /// A table that is the same on both sides.
  ///
  /// @param hash SHA-256 over all of its rows
  public record Copied(String table, long rows, String hash) {}

  /// Copies a server that is stopped.
  ///
  /// @param dataFolder the server's: no server may run on it meanwhile
  /// @throws StoreException a server runs, the target is not empty, or something failed; then no
  ///   server starts on the target
  /// @throws IllegalArgumentException a database that must not be used
  public static List<Copied> copy(
      StoreSettings from, StoreSettings to, Path dataFolder, Progress progress) {
    if (from.url().equals(to.url())) {
      throw new IllegalArgumentException("--from and --to are the same database: " + from.url());
    }
    try (var folder = DataFolder.take(dataFolder.toAbsolutePath().normalize())) {
      refuseMissing(from, folder);
      return new DatabaseCopy(Store.database(from, folder), Store.database(to, folder), progress)
          .run();
    } catch (IOException | SQLException e) {
      throw new StoreException("copying " + from.url() + " to " + to.url(), e);
    }
  }

  // Else an empty one would be made, and copied.
  private static void refuseMissing(StoreSettings from, DataFolder folder) {
    if (DatabaseUrl.parse(from.url()) instanceof DatabaseUrl.File(var path)
        && !Files.exists(folder.file(path))) {
      throw new IllegalArgumentException(
          "--from is " + from.url() + ": there is no file " + folder.file(path));
    }
  }

  /// @throws StoreException a copy to this database did not end
  static void refuseUnfinished(Db db) throws SQLException {
    var source = db.first(UNFINISHED, row -> row.getString(1));
    if (source.isPresent()) {
      throw new StoreException(
          "The database is an unfinished copy of "
              + source.get()
              + ". Empty it, and copy again by \"salon migrate\".");
    }
  }

  private List<Copied> run() throws SQLException {
    Migrations.requireCurrent(from);
    try (var source = new Db(from.openWriter(writer()));
        var target = new Db(to.openWriter(writer()))) {
      refuseUnfinished(source);
      refuseLiving(source, from);
      Migrations.run(to);
      refuseLiving(target, to);
      refuseFull(target);
      begin(target);
      var sums = new EnumMap<CopiedTable, Sum>(CopiedTable.class);
      for (var table : CopiedTable.values()) {
        sums.put(table, copy(source, target, table));
      }
      to.continueIdentities(target);
      target.commit();
      var copied = check(target, sums);
      target.update(END);
      target.commit();
      return copied;
    }
  }

  private static String writer() {
    return "salon copy " + UUID.randomUUID();
  }

  private static void refuseLiving(Db db, Database database) throws SQLException {
    var living = SqlNodes.living(db, database);
    if (!living.isEmpty()) {
      throw new StoreException(
          "A server uses "
              + database.name()
              + ": "
              + String.join(", ", living)
              + ". Stop it first. If it has crashed, wait 30 s.");
    }
  }

  private void refuseFull(Db target) throws SQLException {
    for (var table : CopiedTable.values()) {
      try (var statement = target.connection().prepareStatement(table.select())) {
        statement.setMaxRows(1);
        try (var rows = statement.executeQuery()) {
          if (rows.next()) {
            throw new StoreException(
                "There is something in "
                    + to.name()
                    + " already, in the table "
                    + table.tableName()
                    + ": only an empty database can become a copy.");
          }
        }
      }
    }
  }

  private void begin(Db target) throws SQLException {
    target.update(BEGIN, from.name());
    target.commit();
  }

  private Sum copy(Db source, Db target, CopiedTable table) throws SQLException {
    try (var insert = target.connection().prepareStatement(table.insert())) {
      var filling = new Filling(target.connection(), insert);
      var sum =
          TableRows.read(
              source.connection(),
              table,
              filling::add,
              rows -> progress.reached("copied", table.tableName(), rows));
      filling.end();
      progress.reached("copied", table.tableName(), sum.rows());
      return sum;
    }
  }

  /// Rows on their way into a table.
  private static final class Filling {
    private final Connection connection;
    private final PreparedStatement insert;
    private int waiting;
    private int uncommitted;

    Filling(Connection connection, PreparedStatement insert) {
      this.connection = connection;
      this.insert = insert;
    }

    void add(@Nullable Object[] values) throws SQLException {
      for (int i = 0; i < values.length; i++) {
        if (values[i] == null) {
          insert.setNull(i + 1, Types.NULL);
        } else {
          insert.setObject(i + 1, values[i]);
        }
      }
      insert.addBatch();
      if (++waiting == BATCH_ROWS) {
        flush();
      }
      if (++uncommitted >= COMMIT_ROWS && waiting == 0) {
        connection.commit();
        uncommitted = 0;
      }
    }

    private void flush() throws SQLException {
      if (waiting > 0) {
        insert.executeBatch();
        waiting = 0;
      }
    }

    void end() throws SQLException {
      flush();
      connection.commit();
    }
  }

  private List<Copied> check(Db target, Map<CopiedTable, Sum> sums) throws SQLException {
    var copied = new ArrayList<Copied>();
    for (var one : sums.entrySet()) {
      var table = one.getKey();
      var expected = one.getValue();
      var found = TableRows.read(target.connection(), table, _ -> {}, _ -> {});
      if (!found.equals(expected)) {
        throw new StoreException(
            "The table %s is not the same in the copy: %d rows instead of %d, and another hash."
                .formatted(table.tableName(), found.rows(), expected.rows()));
      }
      progress.reached("checked", table.tableName(), found.rows());
      copied.add(new Copied(table.tableName(), found.rows(), found.hash()));
    }
    return List.copyOf(copied);
  }
}
