package chat.salon.store;

import static chat.salon.store.Cast.ALICE;
import static chat.salon.store.Cast.BOB;
import static chat.salon.store.Cast.COFFEE;
import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Event;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Pair;
import chat.salon.core.Rank;
import chat.salon.core.Stamps;
import chat.salon.core.port.Page;
import chat.salon.core.port.Recent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pages of the log, and where something was said of late.
class HistoryTest extends OnEachDatabase {
  private static final long END = Long.MAX_VALUE;

  private Store store;
  private Talk tea;

  @BeforeEach
  void open() {
    store = openStore();
    tea = new Talk(store, TEA);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void pages_begin_and_end_where_they_are_asked_to() {
    var said = new ArrayList<Said>();
    var other = new Talk(store, COFFEE);
    for (int i = 0; i < 10; i++) {
      said.add(tea.say(ALICE, "number " + i));
      other.say(BOB, "elsewhere");
    }
    long third = said.get(3).stamp().id();
    long seventh = said.get(7).stamp().id();

    assertThat(tea.read(0, END, 3, true)).isEqualTo(said.subList(7, 10)); // newest
    assertThat(tea.read(0, seventh, 2, true)).isEqualTo(said.subList(5, 7)); // before
    assertThat(tea.read(third, END, 2, false)).isEqualTo(said.subList(4, 6)); // after
    assertThat(tea.read(third, seventh, 9, false)).isEqualTo(said.subList(4, 7)); // between
    assertThat(tea.read(third, seventh, 2, true)).isEqualTo(said.subList(5, 7));
    assertThat(tea.read(said.getLast().stamp().id(), END, 9, false)).isEmpty();
    assertThat(new Talk(store, Pair.of("alice", "bob")).all()).isEmpty();
  }

  @Test
  void a_moment_is_an_id_before_all_that_was_said_then() {
    var first = tea.say(ALICE, "first");
    var time = first.stamp().time();

    assertThat(tea.read(Stamps.at(time) - 1, END, 9, false)).containsExactly(first);
    assertThat(tea.read(0, Stamps.at(time), 9, true)).isEmpty();
    assertThat(tea.read(Stamps.at(time.plusMillis(1)) - 1, END, 9, false)).isEmpty();
  }

  @Test
  void only_messages_and_notices_when_nothing_else_is_wanted() {
    tea.join(ALICE);
    var message = tea.say(ALICE, Form.MESSAGE, "hi", null);
    tea.say(ALICE, Form.TAGS, "", null);
    var notice = tea.say(ALICE, Form.NOTICE, "ho", null);
    tea.leave(ALICE, true);

    assertThat(tea.all()).hasSize(5);
    assertThat(store.messageLog().read(new Page(TEA, 0, END, 2, true, true, null)))
        .containsExactly(message, notice);
  }

  @ParameterizedTest
  @EnumSource(Rank.class)
  void rank_limited_messages_are_for_that_rank_and_higher_ones(Rank reader) {
    var open = tea.say(ALICE, "for all");
    List<Event> expected = new ArrayList<>(List.of(open));
    for (var least : Rank.values()) {
      var said = tea.say(ALICE, Form.MESSAGE, "for " + least, least);
      if (reader.compareTo(least) <= 0) {
        expected.add(said);
      }
    }

    assertThat(store.messageLog().read(page(reader))).isEqualTo(expected);
    assertThat(store.messageLog().read(page(null))).containsExactly(open);
  }

  private static Page page(Rank least) {
    return new Page(TEA, 0, END, 100, false, false, least);
  }

  @Test
  void an_account_is_shown_with_what_it_said_and_a_lost_one_as_a_guest() {
    var alice = Cast.account(store, "alice");
    var said = tea.say(alice, "hello");
    var ghost = tea.say(Cast.member("ghost"), "boo");

    assertThat(tea.all()).first().isEqualTo(said);
    assertThat(((Said) tea.all().getLast()).by()).isEqualTo(ghost.by().withAccount(null));
  }

  @Test
  void recent_conversations_come_by_their_newest_message() {
    var coffee = new Talk(store, COFFEE);
    var withBob = new Talk(store, Pair.of("alice", "bob"));
    var notes = new Talk(store, Pair.of("alice", "alice"));
    var others = new Talk(store, Pair.of("bob", "carol"));
    coffee.join(BOB);
    coffee.say(BOB, "first");
    long start = withBob.say(ALICE, "psst").stamp().id();
    var noted = notes.say(ALICE, "milk");
    others.say(BOB, "not for alice");
    var inTea = tea.say(ALICE, "tea?");
    var toBob = withBob.say(BOB, "what?");
    tea.say(ALICE, Form.MESSAGE, "ops only", Rank.OP);
    coffee.join(ALICE);

    assertThat(recent("alice", start, END, 9))
        .containsExactly(
            new Recent(notes.where, noted.stamp().id()),
            new Recent(TEA, inTea.stamp().id()),
            new Recent(withBob.where, toBob.stamp().id()));
    assertThat(recent("alice", 0, END, 2))
        .extracting(Recent::where)
        .containsExactly(COFFEE, notes.where);
    assertThat(recent("alice", 0, noted.stamp().id(), 9))
        .extracting(Recent::where)
        .containsExactly(COFFEE, withBob.where);
    assertThat(recent("", start, END, 9)).extracting(Recent::where).containsExactly(TEA);
    assertThat(recent("nobody", start, END, 9)).extracting(Recent::where).containsExactly(TEA);
  }

  @Test
  void what_was_said_before_a_channel_was_opened_anew_is_recent_for_those_who_were_there() {
    var alice = Cast.account(store, "alice");
    tea.join(alice);
    var said = tea.say(alice, "long ago");
    tea.leave(alice, true);
    tea.join(BOB);

    assertThat(recent("alice", 0, END, 9)).containsExactly(new Recent(TEA, said.stamp().id()));
    assertThat(recent("~bob", 0, END, 9)).isEmpty();
    assertThat(recent("carol", 0, END, 9)).isEmpty();
  }

  private List<Recent> recent(String party, long above, long below, int limit) {
    return store.messageLog().recent(List.of(TEA, COFFEE), party, above, below, limit);
  }

  @Test
  void a_head_tells_how_far_a_private_conversation_has_come() {
    var pair = Pair.of("alice", "~bob");
    assertThat(store.conversations().head(pair)).isEmpty();
    var talk = new Talk(store, pair);
    talk.say(ALICE, "one");
    talk.say(ALICE, "two");

    assertThat(store.conversations().head(pair)).contains(talk.head());
    assertThat(store.conversations().lastId()).isEqualTo(talk.head().lastId());
  }

  @Test
  void a_text_of_a_mebibyte_comes_back_whole() {
    var text = "é\uD83C\uDF75".repeat(1 << 17);
    var said = tea.say(ALICE, text);

    assertThat(tea.all()).containsExactly(said);
  }
}
