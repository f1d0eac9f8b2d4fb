package chat.salon.store;

import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.Rank;
import chat.salon.core.account.Attention;
import chat.salon.core.account.Attention.Level;
import chat.salon.core.account.Attentions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What accounts want to be told of.
class AttentionsTest extends OnEachDatabase {
  private static final AccountName ALICE = AccountName.trusted("alice");
  private static final AccountName BOB = AccountName.trusted("bob");
  private static final Attention ALL = new Attention(Level.EVERYTHING, 0);

  private Store store;
  private Attentions attentions;
  private Person alice;
  private Person bob;

  @BeforeEach
  void open() {
    store = openStore();
    attentions = store.attentions();
    alice = Cast.account(store, "alice");
    bob = Cast.account(store, "bob");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void the_usual_holds_until_something_else_is_said_and_again_after_it() {
    new Talk(store, TEA).join(alice, Rank.OP);
    assertThat(attentions.of(ALICE, TEA)).isEqualTo(new Attention(Level.MENTIONS, 0));
    assertThat(attentions.of(ALICE, Pair.of(alice, bob))).isEqualTo(ALL);

    assertThat(attentions.put(ALICE, TEA, ALL)).isTrue();
    assertThat(attentions.of(ALICE, TEA)).isEqualTo(ALL);
    assertThat(attentions.of(BOB, TEA)).isEqualTo(Attention.usual(TEA));
    var muted = new Attention(Level.NOTHING, Attention.FOR_EVER);
    assertThat(attentions.put(ALICE, TEA, muted)).isTrue();
    assertThat(attentions.all(ALICE)).isEqualTo(Map.of(TEA, muted));

    assertThat(attentions.put(ALICE, TEA, Attention.usual(TEA))).isTrue();
    assertThat(attentions.of(ALICE, TEA)).isEqualTo(Attention.usual(TEA));
    assertThat(attentions.all(ALICE)).isEmpty();
  }

  @Test
  void who_follows_all_of_a_conversation_is_found() {
    new Talk(store, TEA).join(alice, Rank.OP);
    assertThat(attentions.toldEverything(TEA)).isEmpty();
    attentions.put(ALICE, TEA, ALL);
    attentions.put(BOB, TEA, new Attention(Level.NOTHING, 0));
    assertThat(attentions.toldEverything(TEA)).containsExactly(ALICE);
    attentions.put(BOB, TEA, ALL.mutedUntil(5));
    assertThat(attentions.toldEverything(TEA)).containsExactlyInAnyOrder(ALICE, BOB);
  }

  @Test
  void of_a_conversation_that_never_was_nothing_is_kept() {
    assertThat(attentions.put(ALICE, Pair.of(alice, bob), new Attention(Level.NOTHING, 0)))
        .isFalse();
    assertThat(attentions.all(ALICE)).isEmpty();
  }
}
