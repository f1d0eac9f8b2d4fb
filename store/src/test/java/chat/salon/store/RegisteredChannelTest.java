package chat.salon.store;

import static chat.salon.store.Cast.COFFEE;
import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.Bounds;
import chat.salon.core.ChannelName;
import chat.salon.core.Event.Added;
import chat.salon.core.Event.Described;
import chat.salon.core.Event.Fact;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Event.Quit;
import chat.salon.core.Flag;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.Person;
import chat.salon.core.Quota;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.Topic;
import chat.salon.core.port.Lasting;
import chat.salon.core.port.StoredChannel;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Channels that last, and the accounts that belong to them while nobody is connected.
class RegisteredChannelTest extends OnEachDatabase {
  private static final AccountName ALICE = AccountName.trusted("alice");
  private static final AccountName BOB = AccountName.trusted("bob");

  private Store store;
  private Person alice;
  private Person bob;

  @BeforeEach
  void open() {
    store = openStore();
    alice = Cast.account(store, "alice");
    bob = Cast.account(store, "bob");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void who_belongs_is_found_after_everybody_has_gone() {
    var tea = registered(new Talk(store, TEA));
    tea.join(bob, Rank.VOICE);
    gone(tea, bob);
    gone(tea, alice);
    var found = store.conversations().channel(TEA).orElseThrow();
    assertThat(found.founder()).isEqualTo(ALICE);
    assertThat(found.flags()).contains(Flag.REGISTERED);
    assertThat(found.head().isOpen()).isTrue();
    assertThat(found.seats())
        .isEqualTo(Map.of(ALICE, Ranks.of(Rank.FOUNDER), BOB, Ranks.of(Rank.VOICE)));
    assertThat(store.conversations().channelsOf(BOB)).containsExactly(TEA);
  }

  @Test
  void a_channel_that_nobody_registered_is_nobodys_own() {
    var tea = new Talk(store, TEA);
    tea.join(bob, Rank.OP);
    assertThat(store.conversations().channelsOf(BOB)).isEmpty();
    assertThat(store.conversations().lasting("", 10)).isEmpty();
  }

  @Test
  void who_leaves_belongs_no_more() {
    var tea = registered(new Talk(store, TEA));
    tea.join(bob);
    tea.leave(bob, false);
    assertThat(store.conversations().channelsOf(BOB)).isEmpty();
    assertThat(store.conversations().channelsOf(ALICE)).containsExactly(TEA);
  }

  @Test
  void when_it_is_dropped_who_is_away_belongs_no_more() {
    var tea = registered(new Talk(store, TEA));
    tea.join(bob);
    gone(tea, bob);
    tea.founder = null;
    tea.flags.remove(Flag.REGISTERED);
    tea.seats.remove(BOB);
    modes(tea, new Flagged(Flag.REGISTERED, false));
    assertThat(store.conversations().channel(TEA).orElseThrow().seats()).containsOnlyKeys(ALICE);
    assertThat(store.conversations().channelsOf(ALICE)).isEmpty();
    assertThat(store.conversations().channelsOf(BOB)).isEmpty();
  }

  @Test
  void what_is_said_of_it_and_slow_mode_are_kept_until_it_is_closed() {
    var tea = registered(new Talk(store, TEA));
    assertThat(store.conversations().channel(TEA).orElseThrow())
        .returns("", StoredChannel::description)
        .returns(0, StoredChannel::slow);
    tea.description = "all about \uD83C\uDF75, 'quoted'";
    tea.slow = 30;
    tea.bounds = new Bounds(TEA, new Quota(5, 10), new Quota(2, 60));
    tea.change(new Described(tea.stamp(), TEA, alice, tea.description));
    assertThat(store.conversations().channel(TEA).orElseThrow())
        .returns(tea.description, StoredChannel::description)
        .returns(tea.bounds, StoredChannel::bounds)
        .returns(30, StoredChannel::slow);
  }

  @Test
  void who_is_added_to_a_group_reads_from_that_very_event_on() {
    var group = registered(new Talk(store, ChannelName.trusted("#~k3w7q2mx5hd4rbva")));
    var name = group.channel();
    group.say(alice, "before");
    group.seats.put(BOB, Ranks.NONE);
    var added = new Added(group.stamp(), name, alice, bob);
    group.change(added);
    var conversations = store.conversations();
    assertThat(conversations.readableFrom(name, BOB)).hasValue(added.stamp().id());
    assertThat(conversations.channelsOf(BOB)).containsExactly(name);
    assertThat(conversations.foundedBy(ALICE)).isZero();
    group.say(alice, "for bob");
    group.join(bob);
    assertThat(conversations.readableFrom(name, BOB)).hasValue(added.stamp().id());
    assertThat(store.readMarkers().unread(BOB, name, 10).messages()).isEqualTo(1);

    group.leave(bob, false);
    group.say(alice, "while bob was gone");
    group.seats.put(BOB, Ranks.NONE);
    var again = new Added(group.stamp(), name, alice, bob);
    group.change(again);
    assertThat(conversations.readableFrom(name, BOB)).hasValue(again.stamp().id());
    assertThat(store.readMarkers().unread(BOB, name, 10).messages()).isZero();
  }

  @Test
  void a_membership_begins_when_somebody_comes_and_not_when_they_connect_again() {
    var tea = registered(new Talk(store, TEA));
    assertThat(store.conversations().memberSince(TEA, BOB)).isEmpty();
    var first = tea.join(bob).stamp().time();
    gone(tea, bob);
    tea.join(bob);
    assertThat(store.conversations().memberSince(TEA, BOB)).contains(first);
    tea.leave(bob, false);
    assertThat(store.conversations().memberSince(TEA, BOB)).isEmpty();
    var again = tea.join(bob).stamp().time();
    assertThat(store.conversations().memberSince(TEA, BOB)).contains(again);
  }

  @Test
  void they_are_listed_by_the_beginning_of_their_names() {
    var tea = new Talk(store, TEA);
    tea.topic = new Topic("leaves", "alice", Instant.EPOCH);
    tea.description = "all about it";
    registered(tea).join(bob);
    registered(new Talk(store, COFFEE));
    var secret = new Talk(store, chat.salon.core.ChannelName.trusted("#teapot"));
    secret.flags.add(Flag.SECRET);
    registered(secret);
    assertThat(store.conversations().lasting("#TE", 10))
        .containsExactly(
            new Lasting(
                TEA,
                "leaves",
                "all about it",
                EnumSet.of(Flag.NO_OUTSIDE, Flag.REGISTERED),
                2,
                tea.head().lastId()));
    assertThat(store.conversations().lasting("", 10))
        .extracting(Lasting::name)
        .containsExactly(COFFEE, TEA);
    assertThat(store.conversations().lasting("", 1)).hasSize(1);
  }

  private Talk registered(Talk talk) {
    talk.join(alice, Rank.FOUNDER);
    talk.founder = ALICE;
    talk.flags.add(Flag.REGISTERED);
    modes(talk, new Flagged(Flag.REGISTERED, true));
    return talk;
  }

  private void modes(Talk talk, ModeChange change) {
    talk.change(new ModesChanged(talk.stamp(), talk.channel(), alice, List.of(change)));
  }

  private static void gone(Talk talk, Person who) {
    talk.change(new Quit(talk.stamp(), talk.channel(), who, "gone", new Fact(1, 1)));
  }
}
