package chat.salon.store;

import static chat.salon.store.Cast.ALICE;
import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.core.AccountName;
import chat.salon.core.StoreException;
import chat.salon.core.account.Credentials;
import chat.salon.testing.Engine;
import chat.salon.testing.TcpProxy;
import chat.salon.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A database server that goes away and comes back, and a network between that is cut, slow or
/// dead: what was kept is there once.
@ParameterizedClass
@EnumSource(
    value = Engine.class,
    names = {"POSTGRESQL", "MARIADB"})
@Timeout(120)
class LostConnectionTest {
  private static final int WRITERS = 4;

  @Parameter Engine engine;
  @TempDir Path folder;
  private TestDatabase database;
  private TcpProxy proxy;
  private StoreSettings settings;

  @BeforeEach
  void connect_through_a_network_that_may_fail() {
    use(engine.make(folder));
  }

  private void use(TestDatabase other) {
    database = other;
    proxy = TcpProxy.to(other.server().port());
    settings = StoreSettings.of(other.url(proxy.port()), other.password());
  }

  @AfterEach
  void leave() {
    proxy.close();
    database.close();
  }

  @Test
  void a_commit_whose_answer_is_lost_happened_once() throws Exception {
    try (var store = Store.open(settings, folder)) {
      var tea = new Talk(store, TEA);
      tea.say(ALICE, "before");
      proxy.loseReplyToCommit();
      tea.say(ALICE, "in between");
      proxy.awaitLostReply();
      tea.say(ALICE, "after");

      assertThat(store.losses()).isEqualTo(1);
      assertThat(tea.all()).extracting(event -> event.stamp().seq()).containsExactly(1L, 2L, 3L);
      assertThat(store.health().isWritable()).isTrue();
    }
  }

  @Test
  void an_account_whose_commit_was_not_answered_is_made_once() throws Exception {
    try (var store = Store.open(settings, folder)) {
      var alice = AccountName.trusted("alice");
      proxy.loseReplyToCommit();
      var made = store.accounts().create(alice, null, new Credentials("$", null), Instant.EPOCH);
      proxy.awaitLostReply();

      assertThat(made).isPresent().isEqualTo(store.accounts().find(alice));
    }
  }

  @Test
  void connections_that_are_cut_at_any_moment_lose_and_double_nothing() throws Exception {
    cutAgainAndAgain(proxy::cut);
  }

  @Test
  void sessions_that_are_killed_at_any_moment_lose_and_double_nothing() throws Exception {
    cutAgainAndAgain(database.server()::cutOffAll);
  }

  private void cutAgainAndAgain(Runnable cut) throws Exception {
    long seed = Long.getLong("salon.seed", System.nanoTime());
    var random = new Random(seed);
    int cuts = Boolean.getBoolean("salon.all") ? 300 : 8;
    try (var store = Store.open(settings, folder)) {
      var chatter = new Chatter(store, WRITERS);
      chatter.start();
      for (int i = 0; i < cuts; i++) {
        chatter.await(3);
        LockSupport.parkNanos(random.nextLong(10_000_000)); // when to cut
        cut.run();
      }
      chatter.await(10);
      chatter.stop();

      assertThat(chatter.refusals()).as("seed %d", seed).isEmpty();
      assertThat(store.losses()).isGreaterThan(cuts / 3);
      chatter.assertNothingIsLostOrDoubled();
      System.out.printf(
          "%s: %d cuts, %d messages, none lost or doubled, -Dsalon.seed=%d%n",
          engine, cuts, chatter.said(), seed);
    }
  }

  @Test
  void a_server_that_stops_or_crashes_and_starts_again_is_waited_for() throws Exception {
    leave();
    try (var server = engine.start()) {
      use(server.make());
      try (var store = Store.open(settings, folder)) {
        var chatter = new Chatter(store, WRITERS);
        chatter.start();
        chatter.await(20);
        server.stop();
        server.start();
        chatter.await(20);
        server.kill();
        server.start();
        long back = System.nanoTime();
        chatter.await(20);
        var took = Duration.ofNanos(System.nanoTime() - back);
        chatter.stop();

        assertThat(chatter.refusals()).isEmpty();
        chatter.assertNothingIsLostOrDoubled();
        System.out.printf("%s: goes on %d ms after the server is back%n", engine, took.toMillis());
      }
      proxy.close();
      database.close();
      use(engine.make(folder));
    }
  }

  @Test
  void a_server_that_stays_away_is_told_of_and_comes_back_by_itself() throws Exception {
    settings = settings.withTimeout(Duration.ofMillis(500));
    try (var store = Store.open(settings, folder)) {
      var chatter = new Chatter(store, WRITERS);
      chatter.start();
      chatter.await(5);
      proxy.refuse(true);
      proxy.cut();
      while (store.health().isWritable()) {
        Thread.onSpinWait();
      }
      assertThat(store.health().why()).startsWith("The store cannot write now: ");
      assertThatThrownBy(() -> store.conversations().lastId()).isInstanceOf(StoreException.class);

      proxy.refuse(false);
      chatter.await(20);
      chatter.stop();
      assertThat(store.health().isWritable()).isTrue();
      chatter.assertNothingIsLostOrDoubled();
      assertThat(chatter.refusals()).isNotEmpty();
    }
  }

  @Test
  void a_database_that_hangs_holds_nobody_up_for_long() throws Exception {
    settings = settings.withTimeout(Duration.ofSeconds(1));
    try (var store = Store.open(settings, folder)) {
      var chatter = new Chatter(store, WRITERS);
      chatter.start();
      chatter.await(5);
      proxy.freeze();
      long before = System.nanoTime();
      while (chatter.refusals().size() < WRITERS) {
        LockSupport.parkNanos(5_000_000);
      }
      var took = Duration.ofNanos(System.nanoTime() - before);
      assertThat(took).isLessThan(Duration.ofSeconds(30));
      assertThat(store.waiting()).isLessThanOrEqualTo(WRITERS);

      proxy.thaw();
      chatter.await(20);
      chatter.stop();
      chatter.assertNothingIsLostOrDoubled();
      System.out.printf("%s: hung, refused after %d ms%n", engine, took.toMillis());
    }
  }

  @Test
  void a_slow_database_makes_transactions_larger_and_not_queues_longer() throws Exception {
    try (var store = Store.open(settings, folder)) {
      var chatter = new Chatter(store, 20);
      proxy.delay(Duration.ofMillis(10));
      chatter.start();
      chatter.await(200);
      assertThat(store.waiting()).isLessThanOrEqualTo(20);
      chatter.stop();
      proxy.delay(Duration.ZERO);

      assertThat(chatter.refusals()).isEmpty();
      assertThat(store.commits()).isLessThan(chatter.said() / 2);
      chatter.assertNothingIsLostOrDoubled();
    }
  }
}
