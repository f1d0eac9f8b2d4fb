package chat.salon.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.account.Credentials;
import chat.salon.core.account.Friendships;
import chat.salon.core.account.Friendships.Bond;
import chat.salon.core.account.Friendships.Friendship;
import chat.salon.core.account.Friendships.Step;
import chat.salon.core.account.Friendships.Tally;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Friends on a real database.
class FriendshipsTest extends OnEachDatabase {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final AccountName ALICE = AccountName.trusted("Alice");
  private static final AccountName BOB = AccountName.trusted("bob");
  private static final AccountName CARL = AccountName.trusted("carl");
  private static final AccountName NOBODY = AccountName.trusted("nobody");

  private Store store;
  private Friendships friends;

  @BeforeEach
  void open() {
    store = openStore();
    friends = store.friendships();
    for (var name : List.of(ALICE, BOB, CARL)) {
      store.accounts().create(name, null, new Credentials("$argon2id$…", null), NOON);
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_question_is_seen_by_both_and_accepted_by_who_was_asked() {
    assertThat(friends.ask(BOB, ALICE, NOON)).contains(new Step(Bond.NONE, Bond.ASKED));
    assertThat(friends.ask(BOB, ALICE, LATER)).contains(new Step(Bond.ASKED, Bond.ASKED));
    assertThat(friends.of(BOB)).containsExactly(new Friendship(ALICE, Bond.ASKED, NOON));
    assertThat(friends.of(ALICE)).containsExactly(new Friendship(BOB, Bond.ASKS, NOON));

    assertThat(friends.accept(BOB, ALICE, LATER)).isFalse(); // nobody accepts their own question
    assertThat(friends.accept(ALICE, BOB, LATER)).isTrue();
    assertThat(friends.accept(ALICE, BOB, LATER)).isFalse();
    assertThat(friends.of(BOB)).containsExactly(new Friendship(ALICE, Bond.FRIENDS, LATER));
    assertThat(friends.ask(ALICE, BOB, LATER)).contains(new Step(Bond.FRIENDS, Bond.FRIENDS));
  }

  @Test
  void who_asks_somebody_who_asks_is_a_friend() {
    friends.ask(ALICE, BOB, NOON);

    assertThat(friends.ask(BOB, ALICE, LATER)).contains(new Step(Bond.ASKS, Bond.FRIENDS));
    assertThat(friends.of(ALICE)).containsExactly(new Friendship(BOB, Bond.FRIENDS, LATER));
  }

  @Test
  void a_question_that_was_withdrawn_or_refused_is_gone() {
    friends.ask(ALICE, BOB, NOON);

    assertThat(friends.withdraw(BOB, ALICE)).isFalse(); // it is not bob's question
    assertThat(friends.withdraw(ALICE, BOB)).isTrue();
    assertThat(friends.accept(BOB, ALICE, LATER)).isFalse();
    assertThat(friends.of(ALICE)).isEmpty();
  }

  @Test
  void a_friendship_is_ended_by_either_and_no_question_is() {
    friends.ask(ALICE, BOB, NOON);
    assertThat(friends.part(ALICE, BOB)).isFalse();
    friends.accept(BOB, ALICE, NOON);

    assertThat(friends.withdraw(ALICE, BOB)).isFalse();
    assertThat(friends.part(BOB, ALICE)).isTrue();
    assertThat(friends.part(ALICE, BOB)).isFalse();
    assertThat(friends.of(BOB)).isEmpty();
  }

  @Test
  void a_refusal_is_remembered_and_a_question_counted() {
    assertThat(friends.refused(ALICE, BOB)).isEmpty();
    friends.ask(ALICE, BOB, NOON);
    friends.ask(ALICE, CARL, LATER);
    assertThat(friends.tally(ALICE, NOON.minusSeconds(1))).isEqualTo(new Tally(2, 2, 2));
    assertThat(friends.tally(ALICE, NOON)).isEqualTo(new Tally(2, 2, 1));

    assertThat(friends.refuse(BOB, ALICE, LATER)).isTrue();
    assertThat(friends.refuse(BOB, ALICE, LATER)).isFalse();
    assertThat(friends.refused(ALICE, BOB)).contains(LATER);
    assertThat(friends.refused(BOB, ALICE)).isEmpty();
    assertThat(friends.tally(ALICE, NOON.minusSeconds(1))).isEqualTo(new Tally(1, 1, 2));
    assertThat(friends.ask(ALICE, BOB, LATER)).contains(new Step(Bond.NONE, Bond.ASKED));
    assertThat(friends.tally(NOBODY, NOON)).isEqualTo(new Tally(0, 0, 0));
  }

  @Test
  void nobody_is_a_friend_of_themselves_or_of_nobody() {
    assertThat(friends.ask(ALICE, ALICE, NOON)).isEmpty();
    assertThat(friends.ask(ALICE, NOBODY, NOON)).isEmpty();
    assertThat(friends.accept(ALICE, NOBODY, NOON)).isFalse();
    assertThat(friends.of(NOBODY)).isEmpty();
  }

  @Test
  void of_all_who_answer_at_once_one_does() {
    friends.ask(ALICE, BOB, NOON);
    var answers =
        Stream.of(
                CompletableFuture.supplyAsync(() -> friends.accept(BOB, ALICE, LATER)),
                CompletableFuture.supplyAsync(() -> friends.withdraw(ALICE, BOB)),
                CompletableFuture.supplyAsync(() -> friends.accept(BOB, ALICE, LATER)))
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).containsOnlyOnce(true);
  }

  @Test
  void of_two_who_ask_each_other_at_once_both_become_friends() {
    var steps =
        Stream.of(
                CompletableFuture.supplyAsync(() -> friends.ask(ALICE, BOB, NOON)),
                CompletableFuture.supplyAsync(() -> friends.ask(BOB, ALICE, NOON)))
            .map(CompletableFuture::join)
            .map(step -> step.orElseThrow().after())
            .toList();

    assertThat(steps).containsExactlyInAnyOrder(Bond.ASKED, Bond.FRIENDS);
    assertThat(friends.of(ALICE)).containsExactly(new Friendship(BOB, Bond.FRIENDS, NOON));
  }

  @Test
  void it_is_there_after_a_restart() {
    friends.ask(ALICE, BOB, NOON);
    store.close();
    store = openStore();

    assertThat(store.friendships().of(BOB)).containsExactly(new Friendship(ALICE, Bond.ASKS, NOON));
  }
}
