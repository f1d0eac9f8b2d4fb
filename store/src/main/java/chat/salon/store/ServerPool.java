package chat.salon.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/// Connections to a database server, which are tested, replaced when they are lost, and not made
/// before somebody asks.
final class ServerPool implements ReadingPool {
  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final Duration KEEP_ALIVE = Duration.ofMinutes(2);
  private static final long SHORTEST_WAIT = 250; // that the pool takes

  private final HikariDataSource pool;

  /// @param patience how long somebody waits for a connection
  ServerPool(DataSource source, int many, Duration patience) {
    var config = new HikariConfig();
    config.setDataSource(source);
    config.setPoolName("store");
    config.setMaximumPoolSize(many);
    config.setReadOnly(true);
    // Left to itself it asks the first connection, and makes none any more when that one is lost.
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setConnectionTimeout(Math.max(SHORTEST_WAIT, patience.toMillis()));
    config.setValidationTimeout(Math.max(SHORTEST_WAIT, patience.toMillis() / 2));
    config.setMaxLifetime(LIFE.toMillis());
    config.setKeepaliveTime(KEEP_ALIVE.toMillis());
    config.setInitializationFailTimeout(-1); // the writer has found out already
    pool = new HikariDataSource(config);
  }

  @Override
  public Db borrow() throws SQLException {
    return new Db(pool.getConnection());
  }

  @Override
  public void giveBack(Db db) throws SQLException {
    db.close();
  }

  @Override
  public void close() {
    pool.close();
  }
}
