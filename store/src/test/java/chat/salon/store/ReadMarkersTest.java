package chat.salon.store;

import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.Rank;
import chat.salon.core.port.Overview;
import chat.salon.core.port.ReadMarkers;
import chat.salon.core.port.ReadMarkers.Bounds;
import chat.salon.core.port.ReadMarkers.Raised;
import chat.salon.core.port.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How far accounts have read, and what is new for them.
class ReadMarkersTest extends OnEachDatabase {
  private static final AccountName ALICE = AccountName.trusted("alice");
  private static final AccountName BOB = AccountName.trusted("bob");
  private static final int MOST = 5;

  private Store store;
  private ReadMarkers markers;
  private Person alice;
  private Person bob;
  private Talk tea;

  @BeforeEach
  void open() {
    store = openStore();
    markers = store.readMarkers();
    alice = Cast.account(store, "alice");
    bob = Cast.account(store, "bob");
    tea = new Talk(store, TEA);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_marker_only_goes_up() {
    tea.join(alice, Rank.OP);
    assertThat(markers.marker(ALICE, TEA)).isZero();
    assertThat(markers.raise(ALICE, TEA, 20)).isEqualTo(new Raised(20, true));
    assertThat(markers.raise(ALICE, TEA, 10)).isEqualTo(new Raised(20, false));
    assertThat(markers.raise(ALICE, TEA, 20)).isEqualTo(new Raised(20, false));
    assertThat(markers.raise(ALICE, TEA, 30)).isEqualTo(new Raised(30, true));
    assertThat(markers.marker(BOB, TEA)).as("it is nobody else's").isZero();
  }

  @Test
  void where_nothing_was_said_there_is_no_marker() {
    assertThat(markers.raise(ALICE, TEA, 20)).isEqualTo(new Raised(0, false));
    assertThat(markers.unread(ALICE, TEA, MOST)).isEqualTo(new Unread(0, 0, 0, 0));
  }

  @Test
  void of_many_who_raise_it_at_once_the_highest_counts() {
    tea.join(alice, Rank.OP);
    var all = new ArrayList<CompletableFuture<Raised>>();
    for (long i = 1; i <= 64; i++) {
      long upTo = i * 37 % 65; // 1 to 64, in another order
      all.add(CompletableFuture.supplyAsync(() -> markers.raise(ALICE, TEA, upTo)));
    }
    all.forEach(one -> assertThat(one.join().upTo()).isPositive());
    assertThat(markers.marker(ALICE, TEA)).isEqualTo(64);
  }

  @Test
  void messages_of_others_count_from_the_marker_on() {
    tea.join(alice, Rank.OP);
    tea.join(bob);
    var read = tea.say(bob, "one");
    markers.raise(ALICE, TEA, read.stamp().id());
    var first = tea.say(bob, "two");
    tea.say(alice, "my own");
    tea.say(bob, Form.NOTICE, "three", null);
    tea.say(bob, Form.TAGS, "", null);
    tea.say(bob, Form.MESSAGE, "for operators", Rank.OP);
    long marker = read.stamp().id();
    long id = first.stamp().id();
    assertThat(markers.unread(ALICE, TEA, MOST)).isEqualTo(new Unread(marker, 2, 0, id));
    for (int i = 0; i < MOST; i++) {
      tea.say(bob, "more");
    }
    assertThat(markers.unread(ALICE, TEA, MOST)).isEqualTo(new Unread(marker, MOST, 0, id));
  }

  @Test
  void what_was_said_before_an_account_came_is_not_new() {
    tea.join(bob, Rank.OP);
    waitUntilLater(tea.say(bob, "yesterday").stamp().id());
    tea.join(alice);
    var news = tea.say(bob, "today");
    assertThat(markers.unread(ALICE, TEA, MOST)).isEqualTo(new Unread(0, 1, 0, news.stamp().id()));
  }

  @Test
  void mentions_count_until_they_are_read() {
    tea.join(alice, Rank.OP);
    tea.join(bob);
    tea.mention(bob, "@alice", ALICE);
    var second = tea.mention(bob, "@alice @bob", ALICE, BOB);
    assertThat(markers.unread(ALICE, TEA, MOST).mentions()).isEqualTo(2);
    markers.raise(ALICE, TEA, second.stamp().id());
    assertThat(markers.unread(ALICE, TEA, MOST).mentions()).isZero();
  }

  @Test
  void an_edit_says_anew_whom_a_message_mentions() {
    tea.join(alice, Rank.OP);
    tea.join(bob);
    var said = tea.mention(bob, "@alice", ALICE);
    tea.edit(said, "nobody", Set.of(ALICE));
    assertThat(markers.unread(ALICE, TEA, MOST).mentions()).isZero();
    for (int i = 0; i < 2; i++) {
      tea.edit(said, "@alice " + i, Set.of(ALICE), ALICE);
      assertThat(markers.unread(ALICE, TEA, MOST).mentions()).isEqualTo(1);
    }
    markers.raise(ALICE, TEA, said.stamp().id());
    assertThat(markers.unread(ALICE, TEA, MOST).mentions()).isZero();
  }

  @Test
  void what_is_read_while_it_is_said_is_never_counted_twice() {
    tea.join(alice, Rank.OP);
    tea.join(bob);
    var said = new ArrayList<Said>();
    var reader = new ArrayList<CompletableFuture<Raised>>();
    for (int i = 0; i < 50; i++) {
      var one = tea.mention(bob, "@alice", ALICE);
      said.add(one);
      reader.add(CompletableFuture.supplyAsync(() -> markers.raise(ALICE, TEA, one.stamp().id())));
    }
    reader.forEach(CompletableFuture::join);
    assertThat(markers.unread(ALICE, TEA, MOST))
        .isEqualTo(new Unread(said.getLast().stamp().id(), 0, 0, 0));
  }

  @Test
  void a_list_of_conversations_has_the_newest_private_one_first() {
    tea.join(alice, Rank.OP);
    tea.join(bob);
    var inTea = tea.say(bob, "in public");
    var older = new Talk(store, Pair.of("alice", "bob"));
    older.say(bob, "older");
    var newer = new Talk(store, Pair.of("alice", "~guest"));
    var last = newer.say(Cast.guest("guest"), "newer");

    var all = markers.overview(ALICE, "alice", List.of(TEA), new Bounds(10, MOST, 0));

    assertThat(all).extracting(Overview::where).containsExactly(TEA, newer.where, older.where);
    assertThat(all.getFirst().newest()).isEqualTo(inTea);
    assertThat(all.getFirst().seq()).isEqualTo(3);
    assertThat(all.get(1).unread()).isEqualTo(new Unread(0, 1, 0, last.stamp().id()));
    assertThat(markers.overview(ALICE, "alice", List.of(), new Bounds(1, MOST, 0)))
        .extracting(Overview::where)
        .containsExactly(newer.where);
  }

  @Test
  void a_guest_is_told_of_conversations_and_nothing_is_counted() {
    var talk = new Talk(store, Pair.of("alice", "~guest"));
    var before = talk.say(alice, "to another guest of that name");
    var bounds = new Bounds(10, MOST, before.stamp().id() + 1);
    assertThat(markers.overview(null, "~guest", List.of(), bounds)).isEmpty();
    var said = talk.say(alice, "to this one");
    assertThat(markers.overview(null, "~guest", List.of(), bounds))
        .containsExactly(new Overview(talk.where, 2, new Unread(0, 0, 0, 0), said));
  }

  // Accounts come to the millisecond.
  private static void waitUntilLater(long id) {
    while (Talk.STAMPS.next() >> 22 == id >> 22) {
      Thread.onSpinWait();
    }
  }
}
