package chat.salon.store;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection and its statements, which are prepared once and stay open. SQL is a constant of
/// the program: the compiler refuses anything else. Belongs to one thread.
final class Db implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  /// Makes a value of the row that a result set is at.
  interface Row<R> {
    R read(ResultSet row) throws SQLException;
  }

  /// Something that the database may refuse.
  interface Change {
    void make() throws SQLException;
  }

  Db(Connection connection) {
    this.connection = connection;
  }

  PreparedStatement statement(@CompileTimeConstant String sql) throws SQLException {
    var statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }

  /// Returns how many rows it changed.
  int update(@CompileTimeConstant String sql, @Nullable Object... values) throws SQLException {
    return bound(statement(sql), values).executeUpdate();
  }

  <R> List<R> all(@CompileTimeConstant String sql, Row<R> row, @Nullable Object... values)
      throws SQLException {
    try (var rows = bound(statement(sql), values).executeQuery()) {
      var all = new ArrayList<R>();
      while (rows.next()) {
        all.add(row.read(rows));
      }
      return all;
    }
  }

  <R> Optional<R> first(@CompileTimeConstant String sql, Row<R> row, @Nullable Object... values)
      throws SQLException {
    try (var rows = bound(statement(sql), values).executeQuery()) {
      return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
    }
  }

  /// The first of at least one row.
  <R> R one(@CompileTimeConstant String sql, Row<R> row, @Nullable Object... values)
      throws SQLException {
    return first(sql, row, values).orElseThrow(() -> new SQLException("no row"));
  }

  private static PreparedStatement bound(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /// Does something that is no question and has no values.
  void execute(@CompileTimeConstant String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Makes a change, or nothing of it when the database refuses; what the transaction did before
  /// stands either way.
  void attempt(Change change) throws SQLException {
    var before = connection.setSavepoint();
    try {
      change.make();
      connection.releaseSavepoint(before);
    } catch (SQLException e) {
      try {
        connection.rollback(before);
        connection.releaseSavepoint(before);
      } catch (SQLException undoing) {
        e.addSuppressed(undoing); // the whole transaction is undone, or the connection is gone
      }
      throw e;
    }
  }

  void commit() throws SQLException {
    connection.commit();
  }

  /// What this is about, for what only the database knows.
  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      for (var statement : statements.values()) {
        statement.close();
      }
    }
  }
}
