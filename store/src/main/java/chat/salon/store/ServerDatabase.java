package chat.salon.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;

/// What the databases with a server of their own have in common.
abstract class ServerDatabase implements Database {
  private final DatabaseUrl.Remote url;
  private final StoreSettings settings;

  ServerDatabase(DatabaseUrl.Remote url, StoreSettings settings) {
    this.url = url;
    this.settings = settings;
  }

  /// Connections for this use, which is shown to the server's administrator.
  ///
  /// @param patience for an answer; zero for no bound
  abstract DataSource source(String use, Duration patience);

  /// Ends an earlier connection of this writer, and makes it known as this one.
  abstract void takeOver(Db db, String writer) throws SQLException;

  /// Sets what a connection that writes needs, and proves that its commits last.
  ///
  /// @throws IllegalArgumentException naming the setting that is unsafe
  abstract void prove(Db db) throws SQLException;

  final DatabaseUrl.Remote url() {
    return url;
  }

  final StoreSettings settings() {
    return settings;
  }

  final boolean isEncrypted() {
    return switch (settings.tls()) {
      case AUTO -> !url.isLocal();
      case VERIFY -> true;
      case OFF -> false;
    };
  }

  @Override
  public final DataSource forMigration() {
    return source("salon migration", Duration.ZERO);
  }

  @Override
  public final Connection openWriter(String writer) throws SQLException {
    var connection = source(writer, settings.timeout()).getConnection();
    try {
      var db = new Db(connection);
      takeOver(db, writer);
      prove(db);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public final ReadingPool openReaders(int many) {
    var patience = settings.timeout();
    return new ServerPool(source("salon reader", patience), many, patience);
  }

  @Override
  public final boolean isRemote() {
    return true;
  }

  @Override
  public final void rollback(Connection writer) throws SQLException {
    writer.rollback();
  }

  /// What an error that the server told of says about a transaction.
  abstract Trouble judge(SQLException e);

  @Override
  public final Trouble trouble(SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException || cause instanceof SQLNonTransientConnectionException) {
        return Trouble.LOST;
      }
    }
    return judge(e);
  }

  /// Why a setting is refused.
  static IllegalArgumentException unsafe(
      String product, String setting, String value, String wanted, String why) {
    return new IllegalArgumentException(
        "%s's %s is %s: it must be %s, or %s. Change it in the server's configuration."
            .formatted(product, setting, value, wanted, why));
  }
}
