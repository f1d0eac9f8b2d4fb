package chat.salon.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connection that writes, and the next one when that is lost. Belongs to one thread at a time.
final class Writer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

  private final Database database;
  private final UnaryOperator<Connection> seam;
  private final String name = "salon writer " + UUID.randomUUID();
  private @Nullable Db db;

  /// @param seam around each connection, for tests
  Writer(Database database, UnaryOperator<Connection> seam) {
    this.database = database;
    this.seam = seam;
  }

  /// Unlike every other writer's.
  String name() {
    return name;
  }

  /// The connection, made when there is none.
  ///
  /// @throws IllegalArgumentException the database is not safe to write to
  Db db() throws SQLException {
    if (db == null) {
      db = new Db(seam.apply(database.openWriter(name)));
    }
    return db;
  }

  /// Gives up the connection, whatever became of it.
  void lose() {
    try {
      close();
    } catch (SQLException e) {
      LOG.debug("closing a lost connection", e);
    }
  }

  @Override
  public void close() throws SQLException {
    var closing = db;
    db = null;
    if (closing != null) {
      closing.close();
    }
  }
}
