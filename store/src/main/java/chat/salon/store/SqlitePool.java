package chat.salon.store;

import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;

/// Connections that stay open with their statements: for SQLite, which loses none.
final class SqlitePool implements ReadingPool {
  private final ArrayBlockingQueue<Db> free;

  SqlitePool(int many) {
    free = new ArrayBlockingQueue<>(many);
  }

  void add(Db db) {
    free.add(db);
  }

  @Override
  public Db borrow() throws SQLException {
    try {
      return free.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", e);
    }
  }

  @Override
  public void giveBack(Db db) {
    free.add(db);
  }

  @Override
  public void close() throws SQLException {
    for (var db = free.poll(); db != null; db = free.poll()) {
      db.close();
    }
  }
}
