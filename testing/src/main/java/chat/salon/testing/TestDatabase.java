package chat.salon.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A database that one test has for itself, as a server's configuration names it.
public final class TestDatabase implements AutoCloseable {
  private static final String SQLITE_FILE = "salon.db";

  private final Engine engine;
  private final @Nullable DatabaseServer server;
  private final String name;

  TestDatabase(Engine engine, @Nullable DatabaseServer server, String name) {
    this.engine = engine;
    this.server = server;
    this.name = name;
  }

  static TestDatabase sqlite(Path folder) {
    return new TestDatabase(Engine.SQLITE, null, folder.resolve(SQLITE_FILE).toString());
  }

  public Engine engine() {
    return engine;
  }

  /// What `store.url` says.
  public String url() {
    return server == null ? "sqlite:" + name : url(server.port());
  }

  /// The same by way of a [TcpProxy].
  public String url(int port) {
    var scheme = engine == Engine.POSTGRESQL ? "postgresql" : "mariadb";
    return scheme + "://" + DatabaseServer.USER + "@127.0.0.1:" + port + "/" + name;
  }

  /// What `store.password` says.
  public String password() {
    return server == null ? "" : DatabaseServer.PASSWORD;
  }

  /// The server it is on; SQLite has none.
  public DatabaseServer server() {
    if (server == null) {
      throw new IllegalStateException("SQLite has no server");
    }
    return server;
  }

  String name() {
    return name;
  }

  /// Of SQLite, whose file nobody has open.
  void copyTo(TestDatabase other) {
    try {
      Files.copy(Path.of(name), Path.of(other.name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A connection that passes the store by.
  public Connection connect() throws SQLException {
    return server == null
        ? DriverManager.getConnection("jdbc:sqlite:" + name)
        : DriverManager.getConnection(
            server.jdbc(server.port(), name), DatabaseServer.USER, DatabaseServer.PASSWORD);
  }

  /// Changes something behind the store's back.
  public void execute(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// The first column of the first row, as text.
  public String query(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      if (!rows.next()) {
        throw new SQLException("no row: " + sql);
      }
      return rows.getString(1);
    }
  }

  @Override
  public void close() {
    if (server != null) {
      var force = engine == Engine.POSTGRESQL ? " with (force)" : "";
      server.administer("drop database " + name + force);
    }
  }

  @Override
  public String toString() {
    return engine + " " + name;
  }
}
