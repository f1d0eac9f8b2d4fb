package chat.salon.store;

import java.sql.SQLException;

/// Connections that only read.
interface ReadingPool extends AutoCloseable {

  /// A connection for one question. Waits for one, with a bound.
  Db borrow() throws SQLException;

  void giveBack(Db db) throws SQLException;

  @Override
  void close() throws SQLException;
}
