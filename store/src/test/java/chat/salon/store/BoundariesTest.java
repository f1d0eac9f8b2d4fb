package chat.salon.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.Event;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Rank;
import chat.salon.core.account.Boundaries;
import chat.salon.core.account.Credentials;
import chat.salon.core.account.Friendships.Bond;
import chat.salon.core.account.Friendships.Friendship;
import chat.salon.core.account.Privacy;
import chat.salon.core.account.Privacy.Circle;
import chat.salon.core.port.Page;
import chat.salon.core.port.ReadMarkers.Bounds;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Blocked accounts and privacy on a real database.
class BoundariesTest extends OnEachDatabase {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final AccountName ALICE = AccountName.trusted("Alice");
  private static final AccountName BOB = AccountName.trusted("bob");
  private static final AccountName CARL = AccountName.trusted("carl");
  private static final AccountName NOBODY = AccountName.trusted("nobody");
  private static final Privacy CLOSED = new Privacy(Circle.FRIENDS, Circle.SHARED, Circle.FRIENDS);

  private Store store;
  private Boundaries boundaries;

  @BeforeEach
  void open() {
    store = openStore();
    boundaries = store.boundaries();
    for (var name : List.of(ALICE, BOB, CARL)) {
      store.accounts().create(name, null, new Credentials("$argon2id$…", null), NOON);
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void who_is_blocked_is_no_friend_any_more() {
    var friends = store.friendships();
    friends.ask(ALICE, BOB, NOON);
    friends.accept(BOB, ALICE, NOON);

    assertThat(boundaries.block(BOB, ALICE, NOON)).isTrue();
    assertThat(boundaries.block(BOB, ALICE, LATER)).isFalse();
    boundaries.block(BOB, CARL, LATER);
    assertThat(friends.of(ALICE)).isEmpty();
    assertThat(boundaries.blockedBy(BOB)).containsExactly(CARL, ALICE);
    assertThat(boundaries.blockersOf(ALICE)).containsExactly(BOB);
    assertThat(boundaries.blockedBy(ALICE)).isEmpty();
    assertThat(boundaries.unblock(BOB, ALICE)).isTrue();
    assertThat(boundaries.unblock(BOB, ALICE)).isFalse();
    assertThat(boundaries.block(ALICE, ALICE, NOON)).isFalse();
    assertThat(boundaries.block(ALICE, NOBODY, NOON)).isFalse();
  }

  @Test
  void the_question_of_somebody_who_is_blocked_is_seen_by_its_asker_alone() {
    boundaries.block(BOB, ALICE, NOON);
    store.friendships().ask(ALICE, BOB, LATER);

    assertThat(store.friendships().of(ALICE))
        .containsExactly(new Friendship(BOB, Bond.ASKED, LATER));
    assertThat(store.friendships().of(BOB)).isEmpty();
  }

  @Test
  void privacy_is_kept_and_everybody_may_do_everything_without_it() {
    assertThat(boundaries.privacy(ALICE)).isEqualTo(Privacy.OPEN);
    boundaries.setPrivacy(ALICE, CLOSED);
    boundaries.setPrivacy(BOB, CLOSED);
    boundaries.setPrivacy(BOB, Privacy.OPEN);
    boundaries.setPrivacy(NOBODY, CLOSED);
    store.close();
    store = openStore();

    assertThat(store.boundaries().privacy(ALICE)).isEqualTo(CLOSED);
    assertThat(store.boundaries().privacy(BOB)).isEqualTo(Privacy.OPEN);
    assertThat(store.boundaries().privacy(NOBODY)).isEqualTo(Privacy.OPEN);
  }

  @Test
  void who_begins_to_choose_still_hears_those_with_whom_they_talk() {
    var alice = person(ALICE);
    new Talk(store, Pair.of(alice, person(BOB))).say(alice, "hi");
    boundaries.setPrivacy(ALICE, CLOSED);
    assertThat(boundaries.heededBy(ALICE)).containsExactly(BOB);

    assertThat(boundaries.heed(ALICE, CARL)).isTrue();
    assertThat(boundaries.heed(ALICE, CARL)).isFalse();
    boundaries.setPrivacy(ALICE, CLOSED);
    assertThat(boundaries.heededBy(ALICE)).containsExactlyInAnyOrder(BOB, CARL);
    assertThat(boundaries.heededBy(BOB)).isEmpty();
  }

  @Test
  void what_somebody_does_not_want_to_hear_is_read_by_its_author_alone() {
    var pair = Pair.of(person(ALICE), person(BOB));
    var talk = new Talk(store, pair);
    talk.say(person(ALICE), "before");
    talk.say(person(ALICE), Form.MESSAGE, "unheard", Rank.FOUNDER);

    assertThat(texts(pair, ALICE)).containsExactly("before", "unheard");
    assertThat(texts(pair, BOB)).containsExactly("before");
    assertThat(overview(ALICE)).containsExactly("unheard");
    assertThat(overview(BOB)).containsExactly("before");
    assertThat(store.readMarkers().unread(BOB, pair, 10).messages()).isEqualTo(1);
  }

  @Test
  void a_conversation_of_nothing_but_that_is_not_there_for_who_is_not_to_hear_it() {
    var pair = Pair.of(person(ALICE), person(CARL));
    new Talk(store, pair).say(person(ALICE), Form.MESSAGE, "unheard", Rank.FOUNDER);

    assertThat(overview(ALICE)).containsExactly("unheard");
    assertThat(overview(CARL)).isEmpty();
    assertThat(store.messageLog().recent(List.of(), "carl", 0, Long.MAX_VALUE, 10)).isEmpty();
    assertThat(store.messageLog().recent(List.of(), "alice", 0, Long.MAX_VALUE, 10)).hasSize(1);
  }

  private List<String> texts(Pair pair, AccountName reader) {
    var page = new Page(pair, 0, Long.MAX_VALUE, 100, true, true, null).withOwn(reader);
    return store.messageLog().read(page).stream().map(BoundariesTest::text).toList();
  }

  private List<String> overview(AccountName reader) {
    return store
        .readMarkers()
        .overview(reader, Pair.party(reader), List.of(), new Bounds(10, 10, 0))
        .stream()
        .map(one -> text(requireNonNull(one.newest())))
        .toList();
  }

  private static String text(Event event) {
    return ((Said) event).text();
  }

  private static Person person(AccountName name) {
    return Person.away(new PersonId(name.folded().hashCode()), name);
  }
}
