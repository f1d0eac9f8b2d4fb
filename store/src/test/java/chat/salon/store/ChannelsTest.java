package chat.salon.store;

import static chat.salon.store.Cast.BOB;
import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Event.Fact;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Kicked;
import chat.salon.core.Event.Left;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Flag;
import chat.salon.core.ListEntry;
import chat.salon.core.ListKind;
import chat.salon.core.Mask;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.Topic;
import chat.salon.core.port.StoredChannel;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Channels and who belongs to them, as they are found after the server went down at any moment.
class ChannelsTest extends OnEachDatabase {
  private static final AccountName ALICE = AccountName.trusted("alice");
  private static final AccountName CAROL = AccountName.trusted("carol");
  private static final Instant THEN = Instant.ofEpochMilli(1_600_000_000_001L);

  private Store store;
  private Talk tea;
  private Person alice;
  private Person carol;

  @BeforeEach
  void open() {
    store = openStore();
    tea = new Talk(store, TEA);
    alice = Cast.account(store, "alice");
    carol = Cast.account(store, "carol");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_channel_comes_back_with_all_that_is_set() {
    tea.join(alice, Rank.FOUNDER, Rank.OP);
    tea.topic = new Topic("tea only", "Alice!u@host.example", THEN);
    tea.flags = EnumSet.of(Flag.SECRET, Flag.INVITE_ONLY, Flag.MODERATED);
    tea.key = "sesame";
    tea.limit = 7;
    tea.lists =
        Map.of(
            ListKind.BAN,
            List.of(
                entry("*!*@z"),
                entry("a!*@*"),
                new ListEntry(
                    Mask.of("m"), "Alice!u@host.example", THEN, THEN.plusSeconds(9), "é")),
            ListKind.EXCEPTION,
            List.of(entry("bob!*@*")));
    tea.change(
        new ModesChanged(
            tea.stamp(), TEA, alice, List.of(new Listed(ListKind.BAN, Mask.of("*!*@z"), true))));

    assertThat(found()).isEqualTo(tea.channelNow());
    assertThat(found().name().shown()).isEqualTo("#Tea");
  }

  @Test
  void nothing_is_known_of_a_channel_that_never_was() {
    assertThat(store.conversations().channel(TEA)).isEmpty();
    assertThat(store.conversations().readableFrom(TEA, ALICE)).isEmpty();
  }

  @Test
  void seats_are_those_who_came_and_did_not_leave() {
    tea.join(alice, Rank.OP);
    tea.join(BOB);
    tea.join(carol, Rank.VOICE);
    assertThat(found().seats())
        .isEqualTo(Map.of(ALICE, Ranks.of(Rank.OP), CAROL, Ranks.of(Rank.VOICE)));

    tea.quit(carol, false);
    assertThat(found().seats()).isEqualTo(Map.of(ALICE, Ranks.of(Rank.OP)));
    tea.join(carol);
    tea.seats.remove(CAROL);
    tea.change(new Kicked(tea.stamp(), TEA, alice, carol, "out"));
    assertThat(found().seats()).containsOnlyKeys(ALICE);
  }

  @Test
  void a_seat_keeps_the_rank_that_its_member_was_given() {
    tea.join(alice, Rank.OP);
    tea.join(carol);
    tea.seats.put(CAROL, Ranks.of(Rank.HALFOP).with(Rank.VOICE));
    var nick = Nick.trusted("carol");
    tea.change(
        new ModesChanged(
            tea.stamp(),
            TEA,
            alice,
            List.of(
                new Ranked(nick, CAROL, Rank.HALFOP, true),
                new Ranked(nick, CAROL, Rank.VOICE, true),
                new Ranked(Nick.trusted("bob"), null, Rank.VOICE, true))));

    assertThat(found().seats()).isEqualTo(tea.seats);
  }

  @Test
  void who_logs_in_while_there_takes_a_seat_though_nothing_is_kept_in_the_log() {
    var guest = Cast.guest("carol");
    tea.join(alice, Rank.OP);
    tea.join(guest);
    tea.seats.put(CAROL, Ranks.NONE);
    long opened = tea.head().opened();
    tea.change(
        new PersonChanged(tea.unkept(), TEA, guest, guest.withAccount(CAROL), new Fact(1, 1)));

    assertThat(found().seats()).isEqualTo(tea.seats);
    assertThat(tea.all()).hasSize(2);
    assertThat(store.conversations().readableFrom(TEA, CAROL)).hasValue(opened);
  }

  @Test
  void all_seats_end_when_everybody_has_left() {
    tea.join(alice, Rank.OP);
    tea.join(carol);
    tea.quit(alice, true); // carol's seat was one of a crash: she was never back

    var found = found();
    assertThat(found.seats()).isEmpty();
    assertThat(found.head().isOpen()).isFalse();
    assertThat(found.lists()).isEmpty();
  }

  @Test
  void an_account_reads_from_where_the_channel_was_opened_when_it_first_came() {
    var first = tea.join(BOB);
    tea.join(alice);
    tea.leave(alice, false);
    tea.leave(BOB, true);
    tea.join(carol, Rank.OP);
    tea.join(alice);

    long second = tea.head().opened();
    assertThat(second).isGreaterThan(first.stamp().id());
    assertThat(readableFrom(ALICE)).isEqualTo(first.stamp().id());
    assertThat(readableFrom(CAROL)).isEqualTo(second);
    assertThat(found().seats()).containsOnlyKeys(ALICE, CAROL);
  }

  @Test
  void a_channel_that_closes_and_opens_in_one_turn_has_only_the_new_seats() {
    tea.join(alice, Rank.OP); // as a crash left it: carol's seat waits for her
    tea.join(carol);
    var left = new Left(tea.stamp(), TEA, alice, "");
    var back = new Joined(tea.stamp(), TEA, alice, Ranks.of(Rank.OP), Set.of());
    tea.opened(back.stamp().id(), true);
    tea.seats.remove(CAROL);
    tea.change(left, back);

    assertThat(found().seats()).isEqualTo(Map.of(ALICE, Ranks.of(Rank.OP)));
    assertThat(found().head()).isEqualTo(tea.head());
  }

  @Test
  void who_comes_and_goes_in_one_turn_may_read_it_later() {
    var opening = tea.join(alice, Rank.OP);
    var came = new Joined(tea.stamp(), TEA, carol, Ranks.NONE, Set.of());
    var went = new Left(tea.stamp(), TEA, carol, "");
    tea.change(came, went);

    assertThat(found().seats()).containsOnlyKeys(ALICE);
    assertThat(readableFrom(CAROL)).isEqualTo(opening.stamp().id());
  }

  @Test
  void a_channel_is_shown_as_who_opened_it_last_wrote_it() {
    tea.join(alice);
    tea.leave(alice, true);
    var again = new Talk(store, ChannelName.trusted("#TEA"), found().head());
    again.join(carol);

    assertThat(found().name().shown()).isEqualTo("#TEA");
  }

  private StoredChannel found() {
    return store.conversations().channel(TEA).orElseThrow();
  }

  private long readableFrom(AccountName account) {
    return store.conversations().readableFrom(TEA, account).orElseThrow();
  }

  private static ListEntry entry(String mask) {
    return new ListEntry(Mask.of(mask), "Alice!u@host.example", THEN);
  }
}
