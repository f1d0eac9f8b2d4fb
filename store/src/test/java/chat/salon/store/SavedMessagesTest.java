package chat.salon.store;

import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.Event.About;
import chat.salon.core.Event.Redacted;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.account.SavedMessages;
import chat.salon.core.account.SavedMessages.Saved;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The messages that accounts have put aside for themselves.
class SavedMessagesTest extends OnEachDatabase {
  private static final AccountName ALICE = AccountName.trusted("alice");
  private static final AccountName BOB = AccountName.trusted("bob");
  private static final int MOST = 3;

  private Store store;
  private SavedMessages messages;
  private Person alice;
  private Talk tea;

  @BeforeEach
  void open() {
    store = openStore();
    messages = store.savedMessages();
    alice = Cast.account(store, "alice");
    Cast.account(store, "bob");
    tea = new Talk(store, TEA);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void they_are_their_accounts_alone_and_listed_page_by_page() {
    long one = tea.say(alice, "one").stamp().id();
    long two = tea.say(alice, "two").stamp().id();
    assertThat(messages.save(ALICE, TEA, two, 10, MOST)).isTrue();
    assertThat(messages.save(ALICE, TEA, one, 20, MOST)).isTrue();
    assertThat(messages.save(ALICE, TEA, two, 30, MOST)).as("again").isTrue();

    assertThat(messages.of(ALICE, Long.MAX_VALUE, 10))
        .containsExactly(new Saved(TEA, one, 20), new Saved(TEA, two, 10));
    assertThat(messages.of(ALICE, Long.MAX_VALUE, 1)).containsExactly(new Saved(TEA, one, 20));
    assertThat(messages.of(ALICE, 20, 10)).containsExactly(new Saved(TEA, two, 10));
    assertThat(messages.of(BOB, Long.MAX_VALUE, 10)).isEmpty();

    messages.forget(BOB, TEA, one);
    messages.forget(ALICE, TEA, one);
    assertThat(messages.of(ALICE, Long.MAX_VALUE, 10)).containsExactly(new Saved(TEA, two, 10));
  }

  @Test
  void an_account_has_so_many_and_no_more() {
    for (int i = 1; i <= MOST; i++) {
      long id = tea.say(alice, "message " + i).stamp().id();
      assertThat(messages.save(ALICE, TEA, id, i, MOST)).isTrue();
    }
    long last = tea.say(alice, "one more").stamp().id();
    assertThat(messages.save(ALICE, TEA, last, 99, MOST)).isFalse();
    assertThat(messages.save(BOB, TEA, last, 99, MOST)).isTrue();
    assertThat(messages.of(ALICE, Long.MAX_VALUE, 10)).hasSize(MOST);
  }

  @Test
  void a_deleted_message_is_put_aside_by_nobody() {
    var said = tea.say(alice, "oops");
    messages.save(ALICE, TEA, said.stamp().id(), 1, MOST);
    messages.save(BOB, TEA, said.stamp().id(), 2, MOST);
    tea.append(new Redacted(tea.stamp(), TEA, alice, About.of(said, alice), ""));
    assertThat(messages.of(ALICE, Long.MAX_VALUE, 10)).isEmpty();
    assertThat(messages.of(BOB, Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  void private_messages_are_known_by_their_pair() {
    var pair = new Pair("alice", "bob");
    var talk = new Talk(store, pair);
    long id = talk.say(alice, "psst").stamp().id();
    messages.save(BOB, pair, id, 1, MOST);
    assertThat(messages.of(BOB, Long.MAX_VALUE, 10)).containsExactly(new Saved(pair, id, 1));
  }
}
