package chat.salon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Nick;
import chat.salon.core.Role;
import chat.salon.core.StoreException;
import chat.salon.core.account.Credentials;
import chat.salon.core.account.ScramVerifier;
import chat.salon.testing.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Accounts, who gets a name, and what a copy of the database tells.
class AccountsTest extends OnEachDatabase {
  private static final AccountName ALICE = AccountName.trusted("Alice");
  private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_123L);

  @Test
  void an_account_comes_back_as_it_was_made() {
    try (var store = openStore()) {
      var accounts = store.accounts();
      var made = accounts.create(ALICE, "alice@example.org", secrets(1), NOW).orElseThrow();

      assertThat(made)
          .isEqualTo(new Account(made.id(), ALICE, Role.MEMBER, "alice@example.org", NOW));
      assertThat(made.name().shown()).isEqualTo("Alice");
      assertThat(accounts.find(AccountName.trusted("aLICE"))).contains(made);
      assertSame(accounts.credentials(ALICE).orElseThrow(), secrets(1));
      assertThat(accounts.find(AccountName.trusted("bob"))).isEmpty();
      assertThat(accounts.credentials(AccountName.trusted("bob"))).isEmpty();
    }
  }

  @Test
  void a_taken_name_is_refused_in_whatever_case() {
    try (var store = openStore()) {
      store.accounts().create(ALICE, null, secrets(1), NOW);

      assertThat(store.accounts().create(AccountName.trusted("ALICE"), null, secrets(2), NOW))
          .isEmpty();
      assertSame(store.accounts().credentials(ALICE).orElseThrow(), secrets(1));
    }
  }

  @Test
  void of_many_who_claim_a_name_at_once_exactly_one_gets_it() throws Exception {
    int many = 64;
    try (var store = openStore();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var start = new CountDownLatch(1);
      var claims = new ArrayList<Callable<Optional<Account>>>();
      for (int i = 0; i < many; i++) {
        var secrets = secrets(i);
        claims.add(() -> {
          start.await();
          return store.accounts().create(ALICE, null, secrets, NOW);
        });
      }
      var results = claims.stream().map(threads::submit).toList();
      start.countDown();

      int winners = 0;
      for (var result : results) {
        winners += result.get().isPresent() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
    }
  }

  @Test
  void the_nick_of_an_account_is_kept_for_it() {
    try (var store = openStore()) {
      store.accounts().create(ALICE, null, secrets(1), NOW);

      assertThat(store.nicks().owner(Nick.trusted("alice"))).contains(ALICE);
      assertThat(store.nicks().owner(Nick.trusted("bob"))).isEmpty();
    }
  }

  @Test
  void secrets_are_replaced_as_a_whole() {
    try (var store = openStore()) {
      store.accounts().create(ALICE, null, secrets(1), NOW);
      store.accounts().replace(ALICE, new Credentials("$argon2id$new", null));

      var now = store.accounts().credentials(ALICE).orElseThrow();
      assertThat(now.password()).isEqualTo("$argon2id$new");
      assertThat(now.scram()).isNull();
      assertThatThrownBy(() -> store.accounts().replace(AccountName.trusted("bob"), secrets(1)))
          .isInstanceOf(StoreException.class);
    }
  }

  @Test
  void a_role_is_kept_and_its_change_is_audited_in_a_chain() throws Exception {
    try (var store = openStore()) {
      store.accounts().create(ALICE, null, secrets(1), NOW);
      assertThat(store.accounts().hasAdministrator()).isFalse();
      store.accounts().setRole(ALICE, Role.ADMINISTRATOR);
      assertThat(store.accounts().hasAdministrator()).isTrue();
      store.accounts().setRole(ALICE, Role.MODERATOR);
      assertThat(store.accounts().find(ALICE).orElseThrow().role()).isEqualTo(Role.MODERATOR);
    }
    try (var db = database.connect();
        var rows =
            db.createStatement()
                .executeQuery(
                    "select actor, action, subject, details, happened, previous_hash,"
                        + " hash from audit order by id")) {
      var previous = new byte[0];
      for (var details :
          new String[] {
            "{\"from\":\"MEMBER\",\"to\":\"ADMINISTRATOR\"}",
            "{\"from\":\"ADMINISTRATOR\",\"to\":\"MODERATOR\"}"
          }) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(4)).isEqualTo(details);
        assertThat(rows.getBytes(6)).isEqualTo(previous);
        previous = rows.getBytes(7);
        assertThat(previous)
            .isEqualTo(
                AuditTable.hash(
                    rows.getBytes(6),
                    rows.getRow(),
                    rows.getLong(5),
                    "server",
                    "set_role",
                    "Alice",
                    details));
      }
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void a_copy_of_the_database_tells_no_verifier() throws Exception {
    var scram = secrets(7).scram();
    try (var store = openStore()) {
      store.accounts().create(ALICE, null, secrets(7), NOW);
    }
    var raw = engine == Engine.SQLITE ? files() : rows();

    assertThat(raw).contains("Alice");
    for (var secret : new byte[][] {scram.storedKey(), scram.serverKey(), scram.salt()}) {
      assertThat(raw.indexOf(new String(secret, StandardCharsets.ISO_8859_1))).isNegative();
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("secret.key"))))
        .isEqualTo("rw-------");
  }

  private String files() throws IOException {
    var raw = new StringBuilder();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.getFileName().toString().startsWith("salon")).toList()) {
        raw.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return raw.toString();
  }

  private String rows() throws SQLException {
    var raw = new StringBuilder();
    try (var db = database.connect();
        var rows =
            db.createStatement()
                .executeQuery(
                    "select a.name, c.password, c.scram from account a"
                        + " join credential c on c.account_id = a.id")) {
      while (rows.next()) {
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          var bytes = rows.getBytes(column);
          raw.append(bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return raw.toString();
  }

  @Test
  void a_lost_or_strange_key_is_refused_before_anything_is_written() throws Exception {
    openStore().close();
    var key = folder.resolve("secret.key");
    var right = Files.readString(key);

    Files.delete(key);
    assertRefused("is missing");
    ServerKey.create(key);
    assertRefused("is not the one that this database was written with");
    Files.writeString(key, "hello");
    assertRefused("is not a server key");
    Files.writeString(key, right);
    openStore().close();
  }

  @Test
  void a_verifier_moved_to_another_account_is_refused() throws Exception {
    var bob = AccountName.trusted("bob");
    try (var store = openStore()) {
      store.accounts().create(ALICE, null, secrets(1), NOW);
      store.accounts().create(bob, null, secrets(2), NOW);
    }
    try (var db = database.connect()) {
      db.createStatement()
          .execute(
              "update credential set scram = (select scram from credential where account_id = 1)");
    }
    try (var store = openStore()) {
      assertSame(store.accounts().credentials(ALICE).orElseThrow(), secrets(1));
      assertThatThrownBy(() -> store.accounts().credentials(bob))
          .isInstanceOf(StoreException.class);
    }
  }

  private void assertRefused(String why) {
    assertThatThrownBy(() -> openStore())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(why);
  }

  private static void assertSame(Credentials actual, Credentials expected) {
    assertThat(actual.password()).isEqualTo(expected.password());
    assertThat(actual.scram()).usingRecursiveComparison().isEqualTo(expected.scram());
  }

  private static Credentials secrets(int number) {
    return new Credentials(
        "$argon2id$" + number,
        new ScramVerifier(
            bytes(number, 16), 4096, bytes(number + 64, 32), bytes(number + 128, 32)));
  }

  private static byte[] bytes(int seed, int length) {
    var bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
