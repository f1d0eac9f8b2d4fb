package chat.salon.store;

import static chat.salon.store.Cast.ALICE;
import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.core.AccountName;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.ListEntry;
import chat.salon.core.ListKind;
import chat.salon.core.Mask;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.Pair;
import chat.salon.core.Rank;
import chat.salon.core.Role;
import chat.salon.core.StoreException;
import chat.salon.core.Topic;
import chat.salon.core.account.Credentials;
import chat.salon.core.account.ScramVerifier;
import chat.salon.testing.Engine;
import chat.salon.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server moves through all databases and back, and is the same everywhere.
class DatabaseCopyTest {
  private static final AccountName ALICES = AccountName.trusted("alice");
  private static final int MESSAGES = 12_345; // more than one transaction of the copy

  @TempDir Path folder;

  @Test
  void a_server_that_moved_through_all_databases_is_the_same() throws Exception {
    try (var first = Engine.SQLITE.make(folder.resolve("first"));
        var second = Engine.POSTGRESQL.make(folder);
        var third = Engine.MARIADB.make(folder);
        var fourth = Engine.SQLITE.make(folder.resolve("fourth"))) {
      var _ = folder.resolve("first").toFile().mkdirs();
      var _ = folder.resolve("fourth").toFile().mkdirs();
      fill(settings(first));
      var expected = contents(settings(first));
      var there = copy(first, second);
      assertThat(contents(settings(second))).isEqualTo(expected);
      var further = copy(second, third);
      var back = copy(third, fourth);

      assertThat(contents(settings(third))).isEqualTo(expected);
      assertThat(contents(settings(fourth))).isEqualTo(expected);
      assertThat(further).isEqualTo(there);
      assertThat(back).isEqualTo(there);
      assertThat(there)
          .filteredOn(table -> table.table().equals("message"))
          .singleElement()
          .matches(table -> table.rows() > MESSAGES);
      for (var database : List.of(second, third, fourth)) {
        goOn(settings(database));
      }
    }
  }

  private void fill(StoreSettings settings) {
    try (var store = Store.open(settings, folder)) {
      var alice = Cast.account(store, "bob").withAccount(null);
      store
          .accounts()
          .create(
              ALICES,
              "alice@example.org",
              new Credentials(
                  "$argon2id$", new ScramVerifier(new byte[16], 4096, new byte[32], new byte[32])),
              Instant.EPOCH);
      store.accounts().setRole(ALICES, Role.ADMINISTRATOR);
      var tea = new Talk(store, TEA);
      tea.join(Cast.member("alice"), Rank.FOUNDER);
      tea.topic = new Topic("tea \uD83C\uDF75", "alice", Instant.EPOCH);
      tea.lists =
          Map.of(
              ListKind.BAN,
              List.of(
                  new ListEntry(
                      Mask.of("*!*@z"),
                      "alice",
                      Instant.EPOCH,
                      Instant.EPOCH.plusSeconds(9),
                      "spam")));
      tea.change(
          new ModesChanged(
              tea.stamp(), TEA, ALICE, List.of(new Listed(ListKind.BAN, Mask.of("*!*@z"), true))));
      new Talk(store, Pair.of("alice", "~guest")).say(alice, "psst");
      tea.say(Cast.member("alice"), "by its key", "k\uD83C\uDF75");
      for (int i = 0; i < MESSAGES; i++) {
        tea.say(Cast.member("alice"), "é \uD83C\uDF75 ' \\ " + i);
      }
    }
  }

  /// What a server sees.
  private List<Object> contents(StoreSettings settings) {
    try (var store = Store.open(settings, folder)) {
      var accounts = store.accounts();
      return List.of(
          accounts.find(ALICES).orElseThrow(),
          accounts.credentials(ALICES).orElseThrow().scram().iterations(),
          store.conversations().channel(TEA).orElseThrow(),
          store.conversations().lastId(),
          store.messageLog().find(TEA, "alice", "k\uD83C\uDF75").orElseThrow(),
          new Talk(store, TEA).read(0, Long.MAX_VALUE, 100_000, false),
          new Talk(store, Pair.of("alice", "~guest")).all());
    }
  }

  /// What is new gets new numbers.
  private void goOn(StoreSettings settings) {
    try (var store = Store.open(settings, folder)) {
      assertThat(Cast.account(store, "carol").account()).isNotNull();
      var carol = store.accounts().find(AccountName.trusted("carol")).orElseThrow();
      assertThat(carol.id()).isEqualTo(3);
      var head = store.conversations().channel(TEA).orElseThrow().head();
      new Talk(store, TEA, head).say(Cast.member("carol"), "I am new");
      new Talk(store, Cast.COFFEE).say(Cast.member("carol"), "so is this");
    }
  }

  @Test
  void a_database_with_anything_in_it_is_no_target() {
    try (var source = source();
        var target = Engine.POSTGRESQL.make(folder)) {
      Store.open(settings(target), folder.resolve("another")).close();

      assertThatThrownBy(() -> copy(source, target))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("There is something in the PostgreSQL database")
          .hasMessageContaining("setting");
    }
  }

  @Test
  void while_a_server_runs_nothing_is_copied() {
    try (var source = source();
        var target = Engine.MARIADB.make(folder)) {
      try (var _ = Store.open(settings(source), folder)) {
        assertThatThrownBy(() -> copy(source, target)).hasMessageContaining("is running on");
      }
      copy(source, target);
      try (var next = Engine.POSTGRESQL.make(folder);
          var store = Store.open(settings(target), folder)) {
        store.claimAlone("a server elsewhere");
        assertThatThrownBy(() ->
                DatabaseCopy.copy(
                    settings(target), settings(next), folder.resolve("here"), (_, _, _) -> {}))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("a server elsewhere");
      }
    }
  }

  @Test
  void a_copy_that_was_not_finished_is_refused_by_servers_and_by_the_next_copy() throws Exception {
    try (var source = source();
        var target = Engine.POSTGRESQL.make(folder)) {
      DatabaseCopy.Progress broken =
          (_, table, _) -> {
            if (table.equals("conversation")) {
              throw new IllegalStateException("as when the machine goes down");
            }
          };
      assertThatThrownBy(
              () -> DatabaseCopy.copy(settings(source), settings(target), folder, broken))
          .isInstanceOf(IllegalStateException.class);

      assertThatThrownBy(() -> Store.open(settings(target), folder))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("an unfinished copy of");
      assertThatThrownBy(() -> copy(source, target)).isInstanceOf(StoreException.class);
    }
  }

  @Test
  void a_row_that_is_not_the_same_in_the_copy_is_seen() {
    try (var source = source();
        var target = Engine.MARIADB.make(folder)) {
      DatabaseCopy.Progress meddling =
          (doing, table, _) -> {
            if (doing.equals("copied") && table.equals("audit")) { // the last one
              change(target, "update message set body = 'hullo'");
            }
          };
      assertThatThrownBy(
              () -> DatabaseCopy.copy(settings(source), settings(target), folder, meddling))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("The table message is not the same in the copy");
      assertThatThrownBy(() -> Store.open(settings(target), folder))
          .hasMessageContaining("an unfinished copy of");
    }
  }

  private static void change(TestDatabase database, String sql) {
    try {
      database.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_source_that_is_not_there_is_told_and_not_made() {
    var nowhere = StoreSettings.of("sqlite:nowhere.db", "");

    assertThatThrownBy(
            () -> DatabaseCopy.copy(nowhere, StoreSettings.DEFAULT, folder, (_, _, _) -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no file");
    assertThat(folder.resolve("nowhere.db")).doesNotExist();
    assertThatThrownBy(() -> DatabaseCopy.copy(nowhere, nowhere, folder, (_, _, _) -> {}))
        .hasMessageContaining("are the same database");
  }

  @Test
  void every_table_is_copied_with_every_column() throws Exception {
    try (var source = source()) {
      var copied = new TreeSet<String>();
      for (var table : CopiedTable.values()) {
        copied.add(table.tableName());
        assertThat(columns(source, table.select()))
            .as(table.tableName())
            .containsExactlyInAnyOrderElementsOf(
                columns(source, "select * from " + table.tableName()));
      }
      copied.addAll(List.of("last_write", "node", "flyway_schema_history", "sqlite_sequence"));
      var all = new TreeSet<String>();
      try (var connection = source.connect();
          var tables =
              connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
        while (tables.next()) {
          all.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
        }
      }
      assertThat(copied).containsAll(all);
    }
  }

  private static List<String> columns(TestDatabase database, String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var names = new ArrayList<String>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        names.add(rows.getMetaData().getColumnName(i));
      }
      return names;
    }
  }

  /// A small server.
  private TestDatabase source() {
    var source = Engine.SQLITE.make(folder);
    try (var store = Store.open(settings(source), folder)) {
      Cast.account(store, "alice");
      new Talk(store, TEA).say(ALICE, "hello");
    }
    return source;
  }

  private List<DatabaseCopy.Copied> copy(TestDatabase from, TestDatabase to) {
    return DatabaseCopy.copy(settings(from), settings(to), folder, (_, _, _) -> {});
  }

  private static StoreSettings settings(TestDatabase database) {
    return StoreSettings.of(database.url(), database.password());
  }
}
