package chat.salon.store;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rows that wait to be written by one statement in one go: to a server they travel together.
/// Belongs to the writer.
final class Bulk {
  private static final Logger LOG = LoggerFactory.getLogger(Bulk.class);
  private static final int[] NOTHING = {};

  private @Nullable PreparedStatement statement;
  private boolean isAny;

  /// The statement, for the values of the next row.
  PreparedStatement of(Db db, @CompileTimeConstant String sql) throws SQLException {
    var found = db.statement(sql);
    statement = found;
    return found;
  }

  /// Takes up the row whose values are set.
  void add() throws SQLException {
    if (statement != null) {
      statement.addBatch();
      isAny = true;
    }
  }

  /// Writes what waits; returns how many rows each changed.
  int[] flush() throws SQLException {
    if (statement == null || !isAny) {
      return NOTHING;
    }
    isAny = false;
    return statement.executeBatch();
  }

  /// Drops what waits: it was for a transaction that is undone.
  void drop() {
    var dropped = statement;
    statement = null;
    isAny = false;
    try {
      if (dropped != null) {
        dropped.clearBatch();
      }
    } catch (SQLException e) {
      LOG.debug("the statement of a lost connection", e);
    }
  }
}
