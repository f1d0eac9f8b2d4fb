package chat.salon.store;

import static chat.salon.store.Cast.COFFEE;
import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.Event.About;
import chat.salon.core.Event.Reacted;
import chat.salon.core.Event.Redacted;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.ReplyTag;
import chat.salon.core.port.ActivityInbox;
import chat.salon.core.port.ActivityInbox.Entry;
import chat.salon.core.port.ActivityInbox.Kind;
import chat.salon.core.port.ActivityInbox.Slice;
import chat.salon.core.port.Batch;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What concerns accounts: who mentions them, answers them, and reacts to what they said.
class ActivitiesTest extends OnEachDatabase {
  private static final AccountName ALICE = AccountName.trusted("alice");
  private static final AccountName BOB = AccountName.trusted("bob");

  private Store store;
  private ActivityInbox inbox;
  private Person alice;
  private Person bob;
  private Talk tea;

  @BeforeEach
  void open() {
    store = openStore();
    inbox = store.activityInbox();
    alice = Cast.account(store, "alice");
    bob = Cast.account(store, "bob");
    tea = new Talk(store, TEA);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void all_of_it_comes_newest_first_whatever_it_is_and_wherever() {
    var own = tea.say(alice, "one");
    var mention = tea.mention(bob, "alice: two", ALICE);
    var coffee = new Talk(store, COFFEE);
    var elsewhere = coffee.mention(bob, "alice: three", ALICE);
    var reply = reply(tea, bob, "four", own);
    var reaction = react(tea, bob, own, "👍", true);

    var all = all(ALICE);
    assertThat(all)
        .extracting(Entry::kind)
        .containsExactly(Kind.REACTION, Kind.REPLY, Kind.MENTION, Kind.MENTION);
    assertThat(all)
        .extracting(Entry::id)
        .containsExactly(
            reaction.stamp().id(),
            reply.stamp().id(),
            elsewhere.stamp().id(),
            mention.stamp().id());
    assertThat(all).extracting(entry -> entry.by().account()).containsOnly(BOB);
    assertThat(all)
        .extracting(entry -> entry.message().text())
        .containsExactly("one", "four", "alice: three", "alice: two");
    assertThat(all).extracting(Entry::reaction).containsExactly("👍", "", "", "");
    assertThat(all.get(2).message().where()).isEqualTo(COFFEE);
    assertThat(all(BOB)).isEmpty();
  }

  @Test
  void pages_and_kinds_leave_nothing_out_and_nothing_twice() {
    var own = tea.say(alice, "one");
    for (int i = 0; i < 3; i++) {
      tea.mention(bob, "alice " + i, ALICE);
      reply(tea, bob, "reply " + i, own);
    }
    react(tea, bob, own, "👍", true);
    var all = all(ALICE);
    assertThat(all).hasSize(7);
    var first = inbox.of(ALICE, new Slice(Set.of(), 0, Long.MAX_VALUE, 4));
    var second = inbox.of(ALICE, new Slice(Set.of(), 0, first.getLast().id(), 4));
    assertThat(first).isEqualTo(all.subList(0, 4));
    assertThat(second).isEqualTo(all.subList(4, 7));
    assertThat(inbox.of(ALICE, new Slice(Set.of(), all.get(2).id(), Long.MAX_VALUE, 10)))
        .isEqualTo(all.subList(0, 2));
    for (var kind : Kind.values()) {
      assertThat(inbox.of(ALICE, new Slice(Set.of(kind), 0, Long.MAX_VALUE, 10)))
          .isNotEmpty()
          .allMatch(entry -> entry.kind() == kind);
    }
  }

  @Test
  void a_reply_that_mentions_is_one_entry() {
    var own = tea.say(alice, "one");
    var stamp = tea.stamp();
    var reply =
        new Said(
            stamp,
            TEA,
            bob,
            Form.MESSAGE,
            "#Tea",
            null,
            "alice: two",
            ReplyTag.of(own.stamp().id()),
            null);
    var mention = new chat.salon.core.port.Mention(stamp.id(), Set.of(ALICE), Set.of());
    store
        .messageLog()
        .append(new Batch(TEA, tea.head(), List.of(reply), null, List.of(), List.of(mention)));
    assertThat(all(ALICE)).extracting(Entry::kind).containsExactly(Kind.REPLY);
    assertThat(inbox.of(ALICE, new Slice(Set.of(Kind.MENTION), 0, Long.MAX_VALUE, 10)))
        .extracting(Entry::kind)
        .containsExactly(Kind.MENTION);
  }

  @Test
  void what_is_taken_back_or_deleted_is_gone_and_what_is_edited_is_as_it_is_now() {
    var own = tea.say(alice, "one");
    var mention = tea.mention(bob, "alice: two", ALICE);
    var reply = reply(tea, bob, "three", own);
    react(tea, bob, own, "👍", true);
    react(tea, bob, own, "🎉", true);
    react(tea, bob, own, "👍", false);
    assertThat(all(ALICE)).extracting(Entry::reaction).containsExactly("🎉", "", "");
    react(tea, bob, own, "👍", true);
    assertThat(all(ALICE)).extracting(Entry::reaction).containsExactly("👍", "🎉", "", "");

    tea.edit(reply, "three, mended", Set.of());
    assertThat(all(ALICE)).extracting(e -> e.message().text()).contains("three, mended");
    tea.edit(mention, "two", Set.of(ALICE));
    assertThat(all(ALICE)).extracting(Entry::kind).doesNotContain(Kind.MENTION);
    redact(tea, bob, reply);
    assertThat(all(ALICE)).extracting(Entry::kind).containsOnly(Kind.REACTION);
    redact(tea, alice, own);
    assertThat(all(ALICE)).isEmpty();
  }

  @Test
  void nobody_is_concerned_by_themselves_nor_a_guest_or_a_message_that_is_not_there() {
    var own = tea.say(alice, "one");
    reply(tea, alice, "myself", own);
    react(tea, alice, own, "👍", true);
    var guests = tea.say(Cast.CAROL, "hello");
    reply(tea, alice, "hello", guests);
    react(tea, alice, guests, "👍", true);
    tea.append(
        new Said(
            tea.stamp(), TEA, bob, Form.MESSAGE, "#Tea", null, "to none", ReplyTag.of(7), null));
    assertThat(all(ALICE)).isEmpty();
    react(tea, Cast.CAROL, own, "👋", true);
    assertThat(all(ALICE)).extracting(e -> e.by().nick().shown()).containsExactly("carol");
    assertThat(all(AccountName.trusted("nobody"))).isEmpty();
  }

  @Test
  void private_messages_are_known_by_their_pair_and_tell_how_far_was_read() {
    var pair = new Pair("alice", "bob");
    var talk = new Talk(store, pair);
    var own = talk.say(alice, "psst");
    reply(talk, bob, "yes?", own);
    assertThat(all(ALICE)).allMatch(entry -> entry.message().where().equals(pair)).hasSize(1);
    assertThat(all(ALICE)).extracting(Entry::marker).containsExactly(0L);
    store.readMarkers().raise(ALICE, pair, own.stamp().id());
    assertThat(all(ALICE)).extracting(Entry::marker).containsExactly(own.stamp().id());
    assertThat(inbox.author(pair, own.stamp().id())).contains(ALICE);
    assertThat(inbox.author(TEA, own.stamp().id())).isEmpty();
  }

  @Test
  void how_far_it_was_seen_only_goes_up_and_is_each_accounts_own() {
    assertThat(inbox.seen(ALICE)).isZero();
    assertThat(inbox.see(ALICE, 10)).isTrue();
    assertThat(inbox.see(ALICE, 5)).isFalse();
    assertThat(inbox.see(ALICE, 10)).isFalse();
    assertThat(inbox.see(ALICE, 11)).isTrue();
    assertThat(inbox.seen(ALICE)).isEqualTo(11);
    assertThat(inbox.seen(BOB)).isZero();
    assertThat(inbox.see(AccountName.trusted("nobody"), 3)).isFalse();
  }

  private List<Entry> all(AccountName account) {
    return inbox.of(account, new Slice(Set.of(), 0, Long.MAX_VALUE, 100));
  }

  private static Said reply(Talk talk, Person by, String text, Said to) {
    var target = to.target();
    var tags = ReplyTag.of(to.stamp().id());
    return talk.append(
        new Said(talk.stamp(), talk.where, by, Form.MESSAGE, target, null, text, tags, null));
  }

  private static Reacted react(Talk talk, Person by, Said to, String reaction, boolean on) {
    return talk.append(new Reacted(talk.stamp(), talk.where, by, About.of(to, by), reaction, on));
  }

  private static void redact(Talk talk, Person by, Said said) {
    talk.append(new Redacted(talk.stamp(), talk.where, by, About.of(said, by), ""));
  }
}
