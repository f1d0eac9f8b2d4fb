package chat.salon.store;

import static chat.salon.store.Cast.ALICE;
import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.core.AccountName;
import chat.salon.core.ConversationId;
import chat.salon.core.Pair;
import chat.salon.core.StoreException;
import chat.salon.core.account.Credentials;
import chat.salon.core.port.Head;
import chat.salon.testing.Engine;
import chat.salon.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Two nodes on one database: only the owner of a conversation appends, and of several who want the
/// same exactly one gets it.
@ParameterizedClass
@EnumSource(
    value = Engine.class,
    names = {"POSTGRESQL", "MARIADB"})
class FencingTest {
  private static final int ROUNDS = 20;

  @Parameter Engine engine;
  @TempDir Path folder;
  private TestDatabase database;
  private Store one;
  private Store other;

  @BeforeEach
  void open_two_stores_on_one_database() throws IOException {
    database = engine.make(folder);
    one = open("one");
    Files.createDirectories(folder.resolve("other"));
    Files.copy(folder.resolve("one/secret.key"), folder.resolve("other/secret.key"));
    other = open("other");
  }

  private Store open(String node) {
    return Store.open(StoreSettings.of(database.url(), database.password()), folder.resolve(node));
  }

  @AfterEach
  void close() {
    other.close();
    one.close();
    database.close();
  }

  @Test
  void what_an_earlier_owner_appends_is_refused() {
    var before = new Talk(one, TEA);
    before.say(ALICE, "hello");
    long epoch = other.conversations().take(TEA);

    assertThatThrownBy(() -> before.say(ALICE, "still mine"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Another owner writes to conversation");
    var after = new Talk(other, TEA, other.conversations().channel(TEA).orElseThrow().head());
    assertThat(after.head().epoch()).isEqualTo(epoch);
    after.say(ALICE, "mine now");
    assertThat(after.all()).hasSize(2);
    assertThat(one.conversations().take(TEA)).isGreaterThan(epoch);
  }

  @Test
  void a_new_owner_finds_what_the_earlier_one_stored_under_a_key() {
    var said = new Talk(one, TEA).say(ALICE, "hello", "k");
    other.conversations().take(TEA);

    assertThat(other.messageLog().find(TEA, Pair.party(ALICE), "k")).contains(said);
  }

  @Test
  void a_conversation_may_be_taken_before_anything_was_said_there() {
    var pair = Pair.of("alice", "bob");
    long epoch = one.conversations().take(pair);

    assertThat(other.conversations().head(pair)).contains(new Head(0, 0, 0, false, epoch));
    var talk = new Talk(other, pair, new Head(0, 0, 0, false, epoch));
    var said = talk.say(ALICE, "psst");
    assertThat(talk.all()).containsExactly(said);
    assertThat(one.messageLog().recent(List.of(), "bob", 0, Long.MAX_VALUE, 9)).hasSize(1);
  }

  @Test
  void of_two_who_take_it_at_once_each_has_an_epoch_of_its_own() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      ConversationId<?> where = Pair.of("alice", "number" + round);
      var epochs =
          atOnce(() -> one.conversations().take(where), () -> other.conversations().take(where));
      assertThat(epochs).containsExactlyInAnyOrder(1L, 2L);
    }
  }

  @Test
  void of_two_who_append_at_once_exactly_one_wins() throws Exception {
    var head = Head.START;
    for (int round = 0; round < ROUNDS; round++) {
      var talks = List.of(new Talk(one, TEA, head), new Talk(other, TEA, head));
      var wins = atOnce(() -> wins(talks.get(0)), () -> wins(talks.get(1)));
      assertThat(wins).containsExactlyInAnyOrder(true, false);
      head = one.conversations().channel(TEA).orElseThrow().head();
    }
    assertThat(new Talk(one, TEA).all())
        .extracting(event -> event.stamp().seq())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, ROUNDS).boxed().toList());
  }

  private static boolean wins(Talk talk) {
    try {
      talk.say(ALICE, "hello");
      return true;
    } catch (StoreException e) {
      assertThat(e).hasMessageContaining("Another owner writes to conversation");
      return false;
    }
  }

  @Test
  void a_number_that_is_taken_is_refused_by_the_database_itself() throws Exception {
    new Talk(one, TEA).say(ALICE, "hello");

    assertThatThrownBy(() ->
            database.execute(
                "insert into message (conversation_id, id, seq, happened, kind, nick, username, host)"
                    + " select conversation_id, id + 1, seq, 0, 1, 'a', 'b', 'c' from message"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void of_two_who_claim_an_account_at_once_exactly_one_gets_it_and_both_know_it() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var name = AccountName.trusted("alice" + round);
      var made = atOnce(() -> claims(one, name), () -> claims(other, name));
      assertThat(made).containsExactlyInAnyOrder(true, false);
      assertThat(one.accounts().find(name)).isEqualTo(other.accounts().find(name)).isPresent();
    }
  }

  private static boolean claims(Store store, AccountName name) {
    return store
        .accounts()
        .create(name, null, new Credentials("$", null), Instant.EPOCH)
        .isPresent();
  }

  @Test
  void an_account_made_on_one_node_speaks_on_the_other() {
    var talk = new Talk(other, TEA);
    talk.say(Cast.member("alice"), "not yet");
    var alice = Cast.account(one, "alice");
    var said = talk.say(alice, "hello");

    assertThat(talk.all()).last().isEqualTo(said);
  }

  @Test
  void a_node_without_the_key_of_the_others_is_told_where_to_find_it() {
    assertThatThrownBy(() -> open("third"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("copy it from another node");
  }

  private static <R> List<R> atOnce(Callable<R> first, Callable<R> second) throws Exception {
    var start = new CyclicBarrier(2);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var both = new ArrayList<Callable<R>>();
      for (var each : List.of(first, second)) {
        both.add(() -> {
          start.await();
          return each.call();
        });
      }
      var results = new ArrayList<R>();
      for (var future : threads.invokeAll(both)) {
        results.add(future.get());
      }
      return results;
    }
  }
}
