package chat.salon.store;

import static chat.salon.store.Cast.ALICE;
import static chat.salon.store.Cast.BOB;
import static chat.salon.store.Cast.COFFEE;
import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salon.core.Aftermath;
import chat.salon.core.Aftermath.Reactor;
import chat.salon.core.Event;
import chat.salon.core.Event.About;
import chat.salon.core.Event.Edited;
import chat.salon.core.Event.Later;
import chat.salon.core.Event.Pinned;
import chat.salon.core.Event.Previewed;
import chat.salon.core.Event.Reacted;
import chat.salon.core.Event.Redacted;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.Pin;
import chat.salon.core.Preview;
import chat.salon.core.Previews;
import chat.salon.core.Rank;
import chat.salon.core.StoreException;
import chat.salon.core.port.Batch;
import chat.salon.core.port.Keyed;
import chat.salon.core.port.Page;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of messages: pages show them as they are now, and a deletion leaves no text.
class AftermathTest extends OnEachDatabase {
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

  private Edited edit(Said said, String text) {
    return tea.append(
        new Edited(tea.stamp(), said.where(), said.by(), About.of(said, said.by()), text));
  }

  private Redacted redact(Said said, Person by) {
    return tea.append(new Redacted(tea.stamp(), said.where(), by, About.of(said, by), "spam"));
  }

  private Reacted react(Said said, Person by, String reaction, boolean on) {
    return tea.append(new Reacted(tea.stamp(), said.where(), by, About.of(said, by), reaction, on));
  }

  private Said now(Said said) {
    long id = said.stamp().id();
    return (Said) tea.read(id - 1, id + 1, 1, true).getFirst();
  }

  private List<Said> messages() {
    return store.messageLog().read(new Page(TEA, 0, Long.MAX_VALUE, 100, true, true, null)).stream()
        .map(Said.class::cast)
        .toList();
  }

  private static Said after(Said said, Later... later) {
    var now = said;
    for (var one : later) {
      now = now.after(one);
    }
    return now;
  }

  @Test
  void a_page_has_the_text_that_holds_now_and_since_when() {
    var first = tea.say(ALICE, "helo");
    var other = tea.say(BOB, "hi");
    var edited = edit(first, "hello");
    var again = edit(first, "hello é\uD83C\uDF75");

    assertThat(messages()).containsExactly(after(first, edited, again), other);
    assertThat(messages().getFirst().aftermath().edited()).isEqualTo(again.stamp().time());
    assertThat(tea.all()).containsExactly(after(first, edited, again), other, edited, again);
  }

  @Test
  void the_former_texts_are_kept_apart() {
    var said = tea.say(ALICE, "one");
    var other = tea.say(ALICE, "other");
    var two = edit(said, "two");
    var three = edit(said, "three");

    var versions = store.messageLog().versions(now(said));

    assertThat(versions).extracting(Said::text).containsExactly("one", "two", "three");
    assertThat(versions)
        .extracting(version -> version.aftermath().edited())
        .containsExactly(null, two.stamp().time(), three.stamp().time());
    assertThat(store.messageLog().versions(other)).containsExactly(other);
  }

  @Test
  void a_deletion_leaves_no_text_anywhere() throws SQLException {
    var said =
        tea.append(
            new Said(
                tea.stamp(),
                TEA,
                ALICE,
                Form.MESSAGE,
                "#Tea",
                null,
                "secret one",
                Map.of("+x", "secret tag"),
                null));
    var kept = tea.say(BOB, "kept");
    var keptEdit = edit(kept, "kept too");
    edit(said, "secret two");
    edit(said, "secret three");
    react(said, BOB, "👀", true);
    var redacted = redact(said, BOB);

    assertThat(now(said)).isEqualTo(after(said, redacted));
    assertThat(store.messageLog().versions(now(said))).containsExactly(after(said, redacted));
    assertThat(tea.all())
        .extracting(AftermathTest::text)
        .containsExactly("", "kept too", "kept too", "", "", "👀", "spam");
    assertThat(now(kept)).isEqualTo(after(kept, keptEdit));
    assertThat(store.messageLog().versions(now(kept)))
        .extracting(Said::text)
        .containsExactly("kept", "kept too");
    store.close();
    assertThat(everything()).contains("kept").doesNotContain("secret");
    open();
  }

  private static String text(Event event) {
    return switch (event) {
      case Said said -> said.text();
      case Edited edited -> edited.text();
      case Redacted redacted -> redacted.reason();
      case Reacted reacted -> reacted.reaction();
      default -> throw new AssertionError(event);
    };
  }

  // All that the tables hold, as text.
  private String everything() throws SQLException {
    var all = new StringBuilder();
    try (var connection = part().openWriter("a test")) {
      for (var table : CopiedTable.values()) {
        try (var statement = connection.prepareStatement(table.select());
            var rows = statement.executeQuery()) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              all.append(rows.getString(i)).append('\n');
            }
          }
        }
      }
    }
    return all.toString();
  }

  @Test
  void reactions_come_in_the_order_in_which_they_came_first() {
    var one = tea.say(ALICE, "one");
    var two = tea.say(ALICE, "two");
    var none = tea.say(ALICE, "none");
    react(one, BOB, "👍", true);
    react(two, ALICE, "ok", true);
    react(one, ALICE, "👀", true);
    react(one, ALICE, "👍", true);
    react(two, ALICE, "ok", false);
    var carol = Cast.account(store, "carol");
    react(two, carol, "\uD83D\uDC4D\uD83C\uDFFF", true);

    assertThat(messages())
        .extracting(Said::aftermath)
        .containsExactly(
            new Aftermath(
                null,
                false,
                Map.of(
                    "👍",
                    List.of(Reactor.of(BOB), Reactor.of(ALICE)),
                    "👀",
                    List.of(Reactor.of(ALICE))),
                Previews.NONE),
            new Aftermath(
                null,
                false,
                Map.of("\uD83D\uDC4D\uD83C\uDFFF", List.of(Reactor.of(carol))),
                Previews.NONE),
            Aftermath.NONE);
    assertThat(messages().getFirst().aftermath().reactions().keySet()).containsExactly("👍", "👀");
    assertThat(now(none)).isEqualTo(none);
  }

  @Test
  void reactions_that_look_alike_are_different_ones() {
    var said = tea.say(ALICE, "one");
    for (var reaction : List.of("a", "A", "á", "\u2764", "\u2764\ufe0f")) {
      react(said, BOB, reaction, true);
    }
    assertThat(now(said).aftermath().reactions().keySet())
        .containsExactly("a", "A", "á", "\u2764", "\u2764\ufe0f");
  }

  @Test
  void each_conversation_has_messages_of_its_own() {
    var said = tea.say(ALICE, "in tea");
    var coffee = new Talk(store, COFFEE);
    long id = said.stamp().id();
    var there =
        coffee.append(
            new Edited(coffee.stamp(), COFFEE, BOB, new About(id, "#coffee", null), "elsewhere"));
    var pair = new Talk(store, Pair.of("~alice", "~bob"));
    var privately = pair.say(ALICE, "psst");
    var heard =
        pair.append(
            new Reacted(pair.stamp(), pair.where, BOB, About.of(privately, BOB), "👂", true));

    assertThat(now(said)).isEqualTo(said);
    assertThat(coffee.all()).containsExactly(there);
    assertThat(pair.all()).containsExactly(privately.after(heard), heard);
  }

  @Test
  void what_happens_to_a_rank_limited_message_is_for_that_rank() {
    var said = tea.say(ALICE, Form.MESSAGE, "ops", Rank.OP);
    var edited = edit(said, "operators");

    assertThat(tea.all()).containsExactly(said.after(edited), edited);
    assertThat(edited.about().least()).isEqualTo(Rank.OP);
    assertThat(
            store.messageLog().read(new Page(TEA, 0, Long.MAX_VALUE, 100, true, false, Rank.VOICE)))
        .isEmpty();
  }

  @Test
  void what_one_batch_does_to_a_message_is_done_in_its_order() {
    var said = tea.say(ALICE, "one");
    var about = About.of(said, ALICE);
    var later = new ArrayList<Event>();
    later.add(new Edited(tea.stamp(), TEA, ALICE, about, "two"));
    later.add(new Reacted(tea.stamp(), TEA, BOB, about, "x", true));
    later.add(new Reacted(tea.stamp(), TEA, BOB, about, "x", false));
    later.add(new Edited(tea.stamp(), TEA, ALICE, about, "three"));
    store.messageLog().append(new Batch(TEA, tea.head(), List.copyOf(later), null));

    assertThat(now(said).text()).isEqualTo("three");
    assertThat(now(said).aftermath().reactions()).isEmpty();
    assertThat(store.messageLog().versions(now(said)))
        .extracting(Said::text)
        .containsExactly("one", "two", "three");
  }

  @Test
  void a_batch_that_is_refused_changes_no_message() {
    var said = tea.say(ALICE, "one");
    tea.say(ALICE, "keyed", "k");
    var before = tea.head();
    var edited = new Edited(tea.stamp(), TEA, ALICE, About.of(said, ALICE), "two");
    var taken = new Keyed(edited.stamp().id(), Pair.party(ALICE), "k");

    assertThatThrownBy(() ->
            store
                .messageLog()
                .append(
                    new Batch(TEA, tea.head(), List.of(edited), null, List.of(taken), List.of())))
        .isInstanceOf(StoreException.class);

    tea = new Talk(store, TEA, before);
    assertThat(now(said)).isEqualTo(said);
    assertThat(edit(said, "three").text()).isEqualTo("three");
    assertThat(store.messageLog().versions(now(said)))
        .extracting(Said::text)
        .containsExactly("one", "three");
  }

  @Test
  void all_of_it_is_there_after_another_start() {
    var said = tea.say(ALICE, "one");
    edit(said, "two");
    react(said, BOB, "👍", true);
    var before = messages();
    close();
    open();

    assertThat(messages()).isEqualTo(before);
    assertThat(store.messageLog().versions(before.getFirst()))
        .extracting(Said::text)
        .containsExactly("one", "two");
  }

  @Test
  void what_came_under_a_key_is_found_with_its_text_as_it_is_now() {
    var said = tea.say(ALICE, "one", "k");
    var edited = edit(said, "two");

    assertThat(store.messageLog().find(TEA, Pair.party(ALICE), "k")).contains(said.after(edited));
  }

  private Pinned pin(Said said, Person by, boolean on) {
    return tea.append(new Pinned(tea.stamp(), said.where(), by, About.of(said, by), on));
  }

  private List<Pin> pins(@Nullable Rank least) {
    return store.messageLog().pins(TEA, 0, least, null);
  }

  @Test
  void pins_are_listed_with_who_and_when_and_taken_down_again() {
    var first = tea.say(ALICE, "first");
    var second = tea.say(BOB, "second");
    var one = pin(first, BOB, true);
    var two = pin(second, ALICE, true);

    assertThat(pins(null))
        .containsExactly(
            new Pin(second, ALICE.nick().shown(), two.stamp().time()),
            new Pin(first, BOB.nick().shown(), one.stamp().time()));
    assertThat(store.messageLog().pins(TEA, second.stamp().id(), null, null))
        .extracting(Pin::id)
        .containsExactly(second.stamp().id());
    assertThat(store.messageLog().pins(COFFEE, 0, null, null)).isEmpty();

    var down = pin(first, ALICE, false);
    var edited = edit(second, "second, mended");
    assertThat(pins(null)).extracting(Pin::message).containsExactly(after(second, edited));
    assertThat(tea.all()).contains(one, two, down);
  }

  @Test
  void a_deleted_message_is_pinned_no_more() {
    var said = tea.say(ALICE, "oops");
    pin(said, BOB, true);
    redact(said, ALICE);
    assertThat(pins(Rank.FOUNDER)).isEmpty();
  }

  @Test
  void pins_for_a_rank_are_for_that_rank() {
    var said = tea.say(BOB, "for all");
    var about = new About(said.stamp().id(), "#Tea", Rank.OP);
    tea.append(new Pinned(tea.stamp(), TEA, ALICE, about, true));

    assertThat(pins(null)).isEmpty();
    assertThat(pins(Rank.VOICE)).isEmpty();
    assertThat(pins(Rank.OP)).hasSize(1);
  }

  private Previewed preview(Said said, Previews previews) {
    var about = About.of(said, said.by());
    return tea.append(new Previewed(tea.stamp(), TEA, said.by(), about, previews));
  }

  @Test
  void previews_are_read_with_the_message_and_where_it_is_told_of_them() {
    var one = new Preview("https://one.example/", "One", "First 🍵", "");
    var two = new Preview("https://two.example/", "Two", "Second", "More");
    var said = tea.say(ALICE, "https://one.example/ https://two.example/");
    tea.say(BOB, "none");
    preview(said, Previews.of(List.of(one)));
    var last = preview(said, Previews.of(List.of(one, two)));

    assertThat(now(said).previews()).containsExactly(one, two);
    assertThat(messages().getLast().aftermath().previews()).isEqualTo(Previews.NONE);
    assertThat(tea.all()).filteredOn(Previewed.class::isInstance).hasSize(2).contains(last);

    var edited = edit(said, "only https://two.example/");
    assertThat(now(said).previews()).containsExactly(two);
    assertThat(now(said).aftermath().edited()).isEqualTo(edited.stamp().time());
    preview(said, Previews.HIDDEN);
    assertThat(now(said).aftermath().previews()).isEqualTo(Previews.HIDDEN);
  }

  @Test
  void a_deleted_message_leaves_nothing_of_what_its_links_led_to() throws Exception {
    var said = tea.say(ALICE, "https://one.example/");
    var canary = "canary-7731";
    preview(said, Previews.of(List.of(new Preview("https://one.example/", "One", canary, canary))));
    assertThat(everything()).contains(canary);
    redact(said, ALICE);
    assertThat(everything()).doesNotContain(canary);
    assertThat(now(said).aftermath()).isEqualTo(Aftermath.REDACTED);
    assertThat(tea.all())
        .filteredOn(Previewed.class::isInstance)
        .extracting(event -> ((Previewed) event).previews())
        .containsExactly(Previews.NONE);
  }
}
