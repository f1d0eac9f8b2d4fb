package chat.salon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.testing.DatabaseServer;
import chat.salon.testing.Engine;
import chat.salon.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Tests with a database server that would lose what it acknowledged.
@TestInstance(Lifecycle.PER_CLASS)
abstract class UnsafeServer {
  @TempDir Path folder;
  private final Engine engine;
  private DatabaseServer server;

  UnsafeServer(Engine engine) {
    this.engine = engine;
  }

  @BeforeAll
  final void start_a_server() {
    server = engine.start();
  }

  @AfterAll
  final void stop_the_server() {
    if (server != null) {
      server.close();
    }
  }

  private void restart(String... settings) {
    server.stop();
    server.start(settings);
  }

  private Store open(TestDatabase database) {
    return Store.open(StoreSettings.of(database.url(), database.password()), folder);
  }

  final void assertRefused(String setting, String value, String... settings) {
    restart(settings);
    try (var database = server.make()) {
      assertThatThrownBy(() -> open(database))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(setting + " is " + value + ": it must be ");
    }
  }

  final void assertRefusedAfter(String change, String message) throws SQLException {
    restart();
    try (var database = server.make()) {
      open(database).close();
      database.execute(change);
      assertThatThrownBy(() -> open(database))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(message);
    }
  }

  final void assertTaken(String... settings) {
    restart(settings);
    try (var database = server.make();
        var store = open(database)) {
      new Talk(store, Cast.TEA).say(Cast.ALICE, "hello");
      assertThat(store.health().isWritable()).isTrue();
    }
  }
}
