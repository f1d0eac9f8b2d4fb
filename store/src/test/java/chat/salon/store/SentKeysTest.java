package chat.salon.store;

import static chat.salon.store.Cast.ALICE;
import static chat.salon.store.Cast.BOB;
import static chat.salon.store.Cast.COFFEE;
import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.core.Pair;
import chat.salon.core.StoreException;
import chat.salon.core.port.Head;
import chat.salon.core.port.MessageLog;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was sent under a key is found by it, and under one key there is one message.
class SentKeysTest extends OnEachDatabase {
  private static final String ALICES = Pair.party(ALICE);
  private static final String BOBS = Pair.party(BOB);

  private Store store;
  private MessageLog log;
  private Talk tea;

  @BeforeEach
  void open() {
    store = openStore();
    log = store.messageLog();
    tea = new Talk(store, TEA);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_message_is_found_by_conversation_party_and_key() {
    tea.say(BOB, "without a key");
    var said = tea.say(ALICE, "hello", "k1");

    assertThat(log.find(TEA, ALICES, "k1")).contains(said);
    assertThat(log.find(TEA, ALICES, "K1")).isEmpty();
    assertThat(log.find(TEA, BOBS, "k1")).isEmpty();
    assertThat(log.find(COFFEE, ALICES, "k1")).isEmpty();
  }

  @Test
  void each_party_and_each_conversation_has_keys_of_its_own() {
    var one = tea.say(ALICE, "alice in #tea", "1");
    var two = tea.say(BOB, "bob in #tea", "1");
    var three = new Talk(store, Pair.of(ALICES, BOBS)).say(ALICE, "alice to bob", "1");

    assertThat(log.find(TEA, ALICES, "1")).contains(one);
    assertThat(log.find(TEA, BOBS, "1")).contains(two);
    assertThat(log.find(three.where(), ALICES, "1")).contains(three);
  }

  @Test
  void what_comes_under_a_key_that_is_taken_is_refused_and_stops_nobody() {
    var said = tea.say(ALICE, "once", "k");
    var before = tea.head();
    assertThatThrownBy(() -> tea.say(ALICE, "twice", "k")).isInstanceOf(StoreException.class);

    var after = new Talk(store, TEA, before).say(ALICE, "goes on", "l");
    assertThat(tea.all()).containsExactly(said, after);
    assertThat(log.find(TEA, ALICES, "k")).contains(said);
  }

  @Test
  void a_key_is_known_after_another_start_and_to_a_later_owner() {
    var said = tea.say(ALICE, "hello", "k");
    close();
    open();
    long epoch = store.conversations().take(TEA);

    assertThat(log.find(TEA, ALICES, "k")).contains(said);
    tea = new Talk(store, TEA, new Head(said.stamp().id(), 1, 0, false, epoch));
    assertThatThrownBy(() -> tea.say(ALICE, "hello", "k")).isInstanceOf(StoreException.class);
  }

  @Test
  void old_keys_are_forgotten_and_their_messages_are_not() {
    var old = tea.say(ALICE, "hello", "k");
    assertThat(store.forgetKeys(old.stamp().time())).isZero();
    assertThat(log.find(TEA, ALICES, "k")).contains(old);

    assertThat(store.forgetKeys(Instant.now().plus(Duration.ofMinutes(1)))).isOne();
    assertThat(log.find(TEA, ALICES, "k")).isEmpty();
    var again = tea.say(ALICE, "hello", "k");
    assertThat(tea.all()).containsExactly(old, again);
  }
}
