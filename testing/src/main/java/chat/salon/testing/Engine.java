package chat.salon.testing;

import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;

/// The databases that the store knows. Of those with a server of their own, one is started for all
/// tests of a JVM when the first of them asks, and stopped with the JVM.
public enum Engine {
  SQLITE,
  POSTGRESQL,
  MARIADB;

  private static final ConcurrentHashMap<Engine, DatabaseServer> SHARED = new ConcurrentHashMap<>();

  /// An empty database that nobody else uses.
  ///
  /// @param folder where SQLite keeps it
  /// @throws org.opentest4j.TestAbortedException it is not installed: the test is skipped
  public TestDatabase make(Path folder) {
    return this == SQLITE
        ? TestDatabase.sqlite(folder)
        : SHARED.computeIfAbsent(this, Engine::startForAll).make();
  }

  /// A database like another, to which nobody is connected. MariaDB cannot copy one.
  public TestDatabase makeLike(TestDatabase other, Path folder) {
    return switch (this) {
      case SQLITE -> {
        var copy = make(folder);
        other.copyTo(copy);
        yield copy;
      }
      case POSTGRESQL -> other.server().make(" template " + other.name());
      case MARIADB -> throw new IllegalArgumentException("MariaDB copies no databases");
    };
  }

  private DatabaseServer startForAll() {
    var server = start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }

  /// A server for one test alone, which stops it.
  ///
  /// @param settings of the server beside ours, as `name=value`
  /// @throws org.opentest4j.TestAbortedException it is not installed: the test is skipped
  public DatabaseServer start(String... settings) {
    var server =
        switch (this) {
          case SQLITE -> throw new IllegalArgumentException("SQLite has no server");
          case POSTGRESQL -> new PostgresqlServer(settings);
          case MARIADB -> new MariaDbServer(settings);
        };
    server.start();
    return server;
  }
}
