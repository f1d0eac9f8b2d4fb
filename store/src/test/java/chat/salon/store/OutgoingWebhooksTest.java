package chat.salon.store;

import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.Person;
import chat.salon.core.account.Bot;
import chat.salon.core.hook.OutgoingWebhook;
import chat.salon.core.hook.OutgoingWebhook.Progress;
import chat.salon.core.hook.OutgoingWebhook.Result;
import chat.salon.core.hook.OutgoingWebhooks;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Outgoing webhooks on a real database: how far they are, and who delivers.
class OutgoingWebhooksTest extends OnEachDatabase {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final AccountName ALICE = AccountName.trusted("alice");
  private static final AccountName METEO = AccountName.trusted("Meteo");
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final int HERE = 1;
  private static final int THERE = 2;

  private Store store;
  private OutgoingWebhooks webhooks;
  private Person alice;
  private Talk tea;

  @BeforeEach
  void open() {
    store = openStore();
    webhooks = store.outgoingWebhooks();
    alice = Cast.account(store, "alice");
    store.bots().create(new Bot(METEO, ALICE, NOW), 9);
    tea = new Talk(store, TEA);
    tea.say(alice, "before");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private OutgoingWebhook add() {
    return webhooks
        .add(
            new OutgoingWebhook(
                0,
                METEO,
                ALICE,
                TEA,
                "temps",
                "https://robots.example/temps",
                "!temps",
                true,
                NOW,
                0,
                progress(Result.NONE, false)),
            2)
        .orElseThrow();
  }

  private static Progress progress(Result last, boolean isOff) {
    return new Progress(last == Result.STATUS ? 1 : 0, last, 0, NOW, isOff);
  }

  private long say(String text) {
    return tea.say(alice, text).stamp().id();
  }

  @Test
  void one_is_kept_as_it_was_made_and_a_channel_has_so_many() {
    var made = add();
    assertThat(made.word()).isEqualTo("!temps");
    assertThat(made.mentionsOnly()).isTrue();
    assertThat(made.url()).isEqualTo("https://robots.example/temps");
    assertThat(webhooks.find(made.id())).contains(made);
    var other = add();
    assertThat(webhooks.of(TEA)).containsExactly(other, made);
    assertThat(webhooks.of(ALICE)).containsExactly(other, made);
    assertThat(webhooks.of(METEO)).isEmpty();
    assertThat(webhooks.add(made, 2)).isEmpty();
    assertThat(webhooks.remove(other.id())).isTrue();
    assertThat(webhooks.remove(other.id())).isFalse();
  }

  @Test
  void it_is_behind_only_what_was_said_since_it_was_made() {
    var made = add();
    assertThat(webhooks.take(HERE, 9, LONG)).isEmpty();
    long said = say("after");
    var taken = webhooks.take(HERE, 9, LONG);
    assertThat(taken).hasSize(1);
    assertThat(taken.getFirst().upTo()).isEqualTo(said);
    assertThat(taken.getFirst().hook().position()).isEqualTo(made.position()).isLessThan(said);
  }

  @Test
  void what_one_node_has_no_other_takes_until_it_is_given_back() {
    long id = add().id();
    long said = say("after");
    assertThat(webhooks.take(HERE, 9, LONG)).hasSize(1);
    assertThat(webhooks.take(HERE, 9, LONG)).isEmpty();
    assertThat(webhooks.take(THERE, 9, LONG)).isEmpty();
    assertThat(webhooks.settle(THERE, id, said, progress(Result.TAKEN, false), LONG)).isFalse();
    webhooks.release(THERE, id, Duration.ZERO);
    assertThat(webhooks.take(THERE, 9, LONG)).isEmpty();
    webhooks.release(HERE, id, Duration.ZERO);
    assertThat(webhooks.take(THERE, 9, LONG)).hasSize(1);
    assertThat(webhooks.settle(HERE, id, said, progress(Result.TAKEN, false), LONG)).isFalse();
    assertThat(webhooks.settle(THERE, id, said, progress(Result.TAKEN, false), LONG)).isTrue();
    webhooks.release(THERE, id, Duration.ZERO);
    assertThat(webhooks.take(HERE, 9, LONG)).as("up to date").isEmpty();
    assertThat(webhooks.find(id).orElseThrow().progress()).isEqualTo(progress(Result.TAKEN, false));
  }

  @Test
  void another_goes_on_when_the_lease_has_ended_or_the_node_begins_anew() {
    long id = add().id();
    long said = say("after");
    assertThat(webhooks.take(HERE, 9, Duration.ZERO)).hasSize(1);
    assertThat(webhooks.take(THERE, 9, LONG)).hasSize(1);
    assertThat(webhooks.settle(HERE, id, said, progress(Result.TAKEN, false), LONG)).isFalse();
    webhooks.releaseAll(HERE);
    assertThat(webhooks.take(HERE, 9, LONG)).isEmpty();
    webhooks.releaseAll(THERE);
    assertThat(webhooks.take(THERE, 9, LONG)).hasSize(1);
  }

  @Test
  void what_failed_waits_and_what_is_off_is_left_alone_until_it_is_tried() {
    long id = add().id();
    say("one");
    webhooks.take(HERE, 9, LONG);
    webhooks.settle(HERE, id, 0, progress(Result.STATUS, false), LONG);
    webhooks.release(HERE, id, LONG);
    assertThat(webhooks.take(HERE, 9, LONG)).as("waits").isEmpty();
    webhooks.resume(id, progress(Result.TAKEN, false));
    var again = webhooks.take(HERE, 9, LONG);
    assertThat(again.getFirst().hook().position()).as("nothing is lost").isZero();
    webhooks.settle(HERE, id, 0, progress(Result.STATUS, true), LONG);
    webhooks.release(HERE, id, Duration.ZERO);
    long missed = say("two");
    assertThat(webhooks.take(HERE, 9, LONG)).as("off").isEmpty();
    webhooks.resume(id, progress(Result.TAKEN, false));
    assertThat(webhooks.take(HERE, 9, LONG)).as("done with what it missed").isEmpty();
    assertThat(webhooks.find(id).orElseThrow().position()).isEqualTo(missed);
  }

  @Test
  void those_of_a_bot_that_is_out_of_use_are_not_there() {
    var made = add();
    say("after");
    store.bots().retire(METEO, NOW);
    assertThat(webhooks.find(made.id())).isEmpty();
    assertThat(webhooks.of(TEA)).isEmpty();
    assertThat(webhooks.take(HERE, 9, LONG)).isEmpty();
    assertThat(webhooks.add(made, 9)).isEmpty();
  }

  @Test
  void who_waits_is_woken_by_what_is_said_where_somebody_listens() throws InterruptedException {
    add();
    webhooks.take(HERE, 9, LONG);
    long seen = webhooks.await(0, Duration.ZERO);
    new Talk(store, Cast.COFFEE).say(alice, "elsewhere");
    assertThat(webhooks.await(seen, Duration.ZERO)).isEqualTo(seen);
    say("here");
    assertThat(webhooks.await(seen, LONG)).isGreaterThan(seen);
  }
}
