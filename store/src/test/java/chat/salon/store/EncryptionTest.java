package chat.salon.store;

import static chat.salon.store.Cast.ALICE;
import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.core.StoreException;
import chat.salon.testing.DatabaseServer;
import chat.salon.testing.Engine;
import chat.salon.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The connection to a database server is encrypted when it is to be, or there is none.
@ParameterizedClass
@EnumSource(
    value = Engine.class,
    names = {"POSTGRESQL", "MARIADB"})
class EncryptionTest {
  private static final Path NONE = Path.of("");

  @Parameter Engine engine;
  @TempDir Path folder;

  @Test
  void only_a_server_whose_certificate_is_trusted_is_talked_to() throws Exception {
    try (var server = engine.start();
        var database = server.make()) {
      assertThatThrownBy(() -> open(database, TlsMode.VERIFY, NONE))
          .as("it knows no TLS yet")
          .isInstanceOf(StoreException.class);

      server.stop();
      var certificate = server.startWithTls();
      assertThatThrownBy(() -> open(database, TlsMode.VERIFY, NONE))
          .as("nobody trusts its certificate")
          .isInstanceOf(StoreException.class);

      long before = encrypted(server);
      try (var store = open(database, TlsMode.VERIFY, certificate)) {
        var tea = new Talk(store, TEA);
        assertThat(tea.all()).isEmpty();
        tea.say(ALICE, "psst");
        assertThat(encrypted(server)).isGreaterThan(before);
      }
    }
  }

  @Test
  void to_this_machine_it_is_not_encrypted_unless_somebody_says_so() throws Exception {
    try (var server = engine.start();
        var database = server.make();
        var store = open(database, TlsMode.AUTO, NONE)) {
      new Talk(store, TEA).say(ALICE, "hello");
      assertThat(encrypted(server)).isZero();
    }
  }

  private Store open(TestDatabase database, TlsMode tls, Path ca) {
    var defaults = StoreSettings.DEFAULT;
    return Store.open(
        new StoreSettings(
            database.url(),
            database.password(),
            NONE,
            tls,
            ca,
            defaults.timeout(),
            defaults.readers(),
            defaults.queue(),
            defaults.commitRows(),
            defaults.requestKeys()),
        folder);
  }

  /// How many encrypted connections there are, or were, but for the one that asks.
  private long encrypted(DatabaseServer server) throws SQLException {
    var sql =
        engine == Engine.POSTGRESQL
            ? "select count(*) from pg_stat_ssl where ssl and pid <> pg_backend_pid()"
            : "select variable_value from information_schema.global_status"
                + " where variable_name = 'SSL_FINISHED_ACCEPTS'";
    try (var connection = server.admin();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    }
  }
}
