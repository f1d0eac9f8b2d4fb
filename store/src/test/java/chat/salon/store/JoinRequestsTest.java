package chat.salon.store;

import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.Event;
import chat.salon.core.Event.JoinAnswered;
import chat.salon.core.Event.JoinAsked;
import chat.salon.core.Event.JoinWithdrawn;
import chat.salon.core.JoinRequest;
import chat.salon.core.JoinRequest.Answer;
import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.port.OwnRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who asks to come into channels, on a real database.
class JoinRequestsTest extends OnEachDatabase {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final AccountName ALICE = AccountName.trusted("alice");
  private static final AccountName BOB = AccountName.trusted("bob");
  private static final AccountName CAROL = AccountName.trusted("carol");

  private Store store;
  private Person alice;
  private Talk tea;

  @BeforeEach
  void open() {
    store = openStore();
    alice = Cast.account(store, "alice");
    Cast.account(store, "bob");
    Cast.account(store, "carol");
    tea = new Talk(store, TEA);
    tea.founder = ALICE;
    tea.join(alice, Rank.FOUNDER);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_queue_is_found_in_its_order() {
    var carol = asked(CAROL, NOON, "me first", null);
    var bob = asked(BOB, NOON.plusSeconds(1), "", null);

    assertThat(found()).containsExactly(carol, bob);
    assertThat(store.conversations().requestsOf(BOB)).containsExactly(new OwnRequest(TEA, bob));
    assertThat(store.conversations().requestsOf(ALICE)).isEmpty();
  }

  @Test
  void what_was_answered_is_found_with_its_answer() {
    asked(BOB, NOON, "please", null);
    var no = new Answer(false, Nick.trusted("Alice"), "full", NOON, NOON.plusSeconds(60));
    var refused = asked(BOB, NOON, "please", no);

    assertThat(found()).containsExactly(refused);
  }

  @Test
  void who_is_let_in_while_away_belongs_to_the_channel() {
    asked(BOB, NOON, "", null);
    tea.seats.put(BOB, Ranks.NONE);
    var yes = new Answer(true, Nick.trusted("alice"), "", NOON, null);
    asked(BOB, NOON, "", yes);

    assertThat(store.conversations().channelsOf(BOB)).containsExactly(TEA);
    assertThat(store.conversations().channel(TEA).orElseThrow().seats()).containsKey(BOB);
    assertThat(store.conversations().readableFrom(TEA, BOB)).hasValue(tea.head().opened());
  }

  @Test
  void who_takes_it_back_is_gone_from_the_queue() {
    asked(BOB, NOON, "", null);
    tea.requests = List.of();
    tea.change(new JoinWithdrawn(tea.unkept(), TEA, person(BOB)));

    assertThat(found()).isEmpty();
  }

  @Test
  void a_channel_that_is_gone_has_no_queue() {
    asked(BOB, NOON, "", null);
    tea.requests = List.of();
    tea.leave(alice, true);

    assertThat(found()).isEmpty();
    assertThat(store.conversations().requestsOf(BOB)).isEmpty();
  }

  @Test
  void a_queue_is_there_after_a_restart() {
    var bob = asked(BOB, NOON, "\ud83e\uded6 é", null);
    store.close();
    store = openStore();

    assertThat(found()).containsExactly(bob);
  }

  private List<JoinRequest> found() {
    return store.conversations().channel(TEA).orElseThrow().requests();
  }

  private JoinRequest asked(
      AccountName who, Instant when, String message, @Nullable Answer answer) {
    var request = new JoinRequest(who, message, when, answer);
    var others = tea.requests.stream().filter(one -> !one.asker().equals(who)).toList();
    tea.requests = new ArrayList<>(others);
    tea.requests.add(request);
    Event event =
        answer == null
            ? new JoinAsked(tea.unkept(), TEA, person(who), message)
            : new JoinAnswered(tea.unkept(), TEA, alice, person(who), answer);
    tea.change(event);
    return request;
  }

  private static Person person(AccountName account) {
    return Cast.member(account.shown());
  }
}
