package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Event.Joined;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Event.Quit;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.NickInUse;
import chat.salon.core.Refusal.NickReserved;
import chat.salon.core.Refusal.NotOnChannel;
import chat.salon.core.Refusal.NotStored;
import chat.salon.core.port.Page;
import chat.salon.core.request.Join;
import chat.salon.core.request.Kick;
import chat.salon.core.request.Leave;
import chat.salon.core.request.Request;
import chat.salon.core.request.Say;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SalonTest {
  private static final ChannelName TEA = Cast.channel("#tea");

  private final Cast cast = Cast.fresh();

  @Test
  void everybody_hears_everything_in_one_order() {
    var alice = cast.guest("alice").joins("#tea");
    var bob = cast.guest("bob").joins("#tea");
    alice.says("#tea", "one");
    bob.says("#tea", "two");
    assertThat(alice.heard()).containsExactly("one", "two").isEqualTo(bob.heard());
  }

  @Test
  void what_cannot_be_stored_is_told_to_its_sender_and_shown_to_nobody() {
    var alice = cast.guest("alice").joins("#tea");
    var bob = cast.guest("bob").joins("#tea");
    cast.store.isFull = true;
    assertThat(alice.says("#tea", "lost")).isEqualTo(new Refused(new NotStored("#tea")));
    cast.store.isFull = false;
    alice.says("#tea", "kept");
    assertThat(bob.heard()).containsExactly("kept");
    assertThat(bob.reads(Cast.channel("#tea"))).containsExactly("kept");
  }

  @Test
  void what_was_kept_though_nobody_could_say_so_is_followed_by_what_comes_after() {
    var alice = cast.guest("alice").joins("#tea");
    var bob = cast.guest("bob").joins("#tea");
    cast.store.isCutOff = true;
    assertThat(alice.says("#tea", "in doubt")).isEqualTo(new Refused(new NotStored("#tea")));
    cast.store.isCutOff = false;
    assertThat(alice.says("#tea", "kept")).isInstanceOf(Done.class);
    assertThat(bob.heard()).containsExactly("kept");
    assertThat(bob.reads(Cast.channel("#tea"))).containsExactly("in doubt", "kept");
  }

  @Test
  void an_owner_that_is_none_any_more_stays_refused() {
    var alice = cast.guest("alice").joins("#tea");
    cast.store.take(TEA);
    assertThat(alice.says("#tea", "lost")).isEqualTo(new Refused(new NotStored("#tea")));
    assertThat(alice.says("#tea", "lost too")).isEqualTo(new Refused(new NotStored("#tea")));
  }

  @Test
  void who_is_put_out_while_history_is_read_gets_none_of_it() {
    var alice = cast.guest("alice").joins("#tea");
    var bob = cast.guest("bob").joins("#tea");
    cast.store.beforeRead =
        () -> {
          alice.ask("#tea", new Kick(Cast.nick("bob"), "out"));
          alice.says("#tea", "not for bob");
        };
    var page = new Page(TEA, 0, Long.MAX_VALUE, 100, true, true, null);
    assertThat(cast.salon.history().read(bob.actor(), page))
        .isEqualTo(new Refused(new NotOnChannel(TEA)));
  }

  @Test
  void somebody_who_leaves_while_the_disk_is_full_has_left() {
    var alice = cast.guest("alice").joins("#tea");
    var bob = cast.guest("bob").joins("#tea");
    cast.store.isFull = true;
    bob.leaves("gone");
    assertThat(alice.seen).last().isInstanceOf(Quit.class);
    assertThat(cast.salon.people().directory().find(Cast.nick("bob"))).isEmpty();
    assertThat(cast.salon.look(alice.actor(), Cast.channel("#tea")).orElseThrow().size()).isOne();
  }

  @Test
  void who_left_while_the_disk_was_full_has_no_seat_when_it_has_room_again() {
    var carol = cast.member("carol").joins("#tea");
    var alice = cast.guest("alice").joins("#tea");
    cast.store.isFull = true;
    carol.leaves("gone");
    cast.store.isFull = false;
    alice.says("#tea", "room again");
    assertThat(cast.store.channel(Cast.channel("#tea")).orElseThrow().seats()).isEmpty();
  }

  @Test
  void many_writers_of_one_channel_share_appends_and_no_number_is_left_out() throws Exception {
    var writers = IntStream.range(0, 20).mapToObj(i -> cast.guest("w" + i + "x").joins("#tea"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks =
          writers.map(writer -> (Callable<Outcome>) () -> writer.says("#tea", "hello")).toList();
      for (var answer : threads.invokeAll(tasks)) {
        assertThat(answer.get()).isInstanceOf(Done.class);
      }
    }
    var reader = cast.guest("reader").joins("#tea");
    var page = new Page(TEA, 0, Long.MAX_VALUE, 100, true, false, null);
    var events = ((Done) cast.salon.history().read(reader.actor(), page)).events();
    assertThat(events).extracting(event -> event.stamp().seq()).isSorted().doesNotHaveDuplicates();
    assertThat(events.getLast().stamp().seq()).isEqualTo(events.size());
    assertThat(events).extracting(event -> event.stamp().id()).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void somebody_on_two_common_channels_is_seen_to_quit_once() {
    var alice = cast.guest("alice").joins("#tea").joins("#cake");
    var bob = cast.guest("bob").joins("#tea").joins("#cake");
    bob.leaves("good night");
    assertThat(alice.seen).filteredOn(Quit.class::isInstance).hasSize(1);
  }

  @Test
  void a_new_nick_is_seen_once_by_each_and_the_old_one_is_free() {
    var alice = cast.guest("alice").joins("#tea").joins("#cake");
    var bob = cast.guest("bob").joins("#tea").joins("#cake");
    cast.salon.people().rename(bob.presence, bob, null, Cast.nick("robert"));
    assertThat(alice.seen).filteredOn(PersonChanged.class::isInstance).hasSize(1);
    assertThat(bob.seen).filteredOn(PersonChanged.class::isInstance).hasSize(1);
    assertThat(cast.guest("bob").isNew).isTrue();
    assertThat(alice.ask("#tea", new Kick(Cast.nick("robert"), "out"))).isInstanceOf(Done.class);
  }

  @Test
  void a_nick_is_one_persons_only() {
    var alice = cast.guest("alice");
    var bob = cast.guest("bob");
    assertThat(cast.salon.people().rename(bob.presence, bob, null, Cast.nick("ALICE")))
        .isEqualTo(new Refused(new NickInUse(Cast.nick("alice"))));
    assertThat(cast.salon.people().rename(alice.presence, alice, null, Cast.nick("ALICE")))
        .isEqualTo(Done.NOTHING);
    assertThat(cast.salon.people().person(alice.presence).nick().shown()).isEqualTo("ALICE");
  }

  @Test
  void the_nick_of_an_account_is_for_who_is_logged_in_to_it() {
    cast.store.reserved.put(Cast.nick("carol"), AccountName.trusted("carol"));
    var bob = cast.guest("bob");
    assertThat(cast.salon.people().rename(bob.presence, bob, null, Cast.nick("carol")))
        .isEqualTo(new Refused(new NickReserved(Cast.nick("carol"))));
    assertThat(cast.member("carol").isNew).isTrue();
  }

  @Test
  void a_second_session_of_an_account_is_the_same_person_in_the_same_channels() {
    var phone = cast.member("carol").joins("#tea");
    var alice = cast.guest("alice").joins("#tea");
    var laptop = cast.member("carol");
    assertThat(laptop.isNew).isFalse();
    cast.salon.people().attach(laptop.presence, laptop);
    assertThat(laptop.seen).hasSize(1).first().isInstanceOf(Event.Attached.class);
    alice.says("#tea", "both of you");
    assertThat(phone.heard()).isEqualTo(laptop.heard()).containsExactly("both of you");
    assertThat(alice.seen).filteredOn(Joined.class::isInstance).hasSize(1);
    phone.leaves("battery");
    assertThat(alice.seen).noneMatch(Quit.class::isInstance);
    alice.says("#tea", "still there?");
    assertThat(laptop.heard()).contains("still there?");
    assertThat(phone.heard()).doesNotContain("still there?");
    laptop.leaves("bed");
    assertThat(alice.seen).last().isInstanceOf(Quit.class);
  }

  @Test
  void after_a_restart_a_channel_is_as_it_was_and_its_operator_too() {
    var carol = cast.member("carol").joins("#tea");
    carol.says("#tea", "before");
    cast.salon.people().stopping();
    carol.leaves("the server stops");
    var after = cast.restarted();
    var dave = after.guest("dave").joins("#tea");
    assertThat(dave.reads(Cast.channel("#tea"))).containsExactly("before");
    var state = after.salon.look(dave.actor(), Cast.channel("#tea")).orElseThrow();
    assertThat(state.ranks(dave.presence.id()).atLeast(Rank.OP)).isFalse();
    var back = after.member("carol").joins("#tea");
    state = after.salon.look(back.actor(), Cast.channel("#tea")).orElseThrow();
    assertThat(state.ranks(back.presence.id()).atLeast(Rank.OP)).isTrue();
  }

  @Test
  void who_logs_in_within_a_channel_gets_back_the_rank_of_the_account() {
    cast.member("carol").joins("#tea").says("#tea", "before");
    cast.salon.people().stopping();
    var after = cast.restarted();
    var guest = after.guest("carol_").joins("#tea");
    after
        .salon
        .people()
        .change(guest.presence, guest, null, who -> who.withAccount(AccountName.trusted("carol")));
    var state = after.salon.look(guest.actor(), Cast.channel("#tea")).orElseThrow();
    assertThat(state.ranks(guest.presence.id()).atLeast(Rank.OP)).isTrue();
    assertThat(guest.seen).last().isInstanceOf(Event.ModesChanged.class);
  }

  @Test
  void a_channel_that_everybody_left_is_new_to_strangers_and_known_to_its_members() {
    var carol = cast.member("carol").joins("#tea");
    carol.says("#tea", "among us");
    carol.ask("#tea", new Leave(""));
    var stranger = cast.guest("stranger").joins("#tea");
    assertThat(stranger.reads(Cast.channel("#tea"))).isEmpty();
    carol.joins("#tea");
    assertThat(carol.reads(Cast.channel("#tea"))).containsExactly("among us");
  }

  @Test
  void who_is_not_in_a_channel_reads_nothing_of_it() {
    var alice = cast.guest("alice").joins("#tea");
    var bob = cast.guest("bob").joins("#tea");
    alice.says("#tea", "secret");
    alice.ask("#tea", new Kick(Cast.nick("bob"), "out"));
    assertThat(bob.reads(Cast.channel("#tea"))).isNull();
    assertThat(bob.says("#tea", "let me in")).isInstanceOf(Refused.class);
    assertThat(bob.ask("#tea", new Leave("")))
        .isEqualTo(new Refused(new NotOnChannel(Cast.channel("#tea"))));
  }

  @Test
  void private_words_reach_the_two_of_them_and_nobody_else() {
    var alice = cast.member("alice");
    var bob = cast.member("bob");
    var carol = cast.member("carol");
    alice.tells(bob, "for you");
    bob.tells(alice, "thanks");
    assertThat(alice.heard()).isEqualTo(bob.heard()).containsExactly("for you", "thanks");
    assertThat(carol.heard()).isEmpty();
    var pair = Pair.of("alice", "bob");
    assertThat(alice.reads(pair)).containsExactly("for you", "thanks");
    assertThat(carol.reads(pair)).isNull();
    assertThat(cast.restarted().member("bob").reads(pair)).containsExactly("for you", "thanks");
  }

  @Test
  void a_guest_does_not_read_what_an_earlier_guest_of_the_same_nick_was_told() {
    var alice = cast.member("alice");
    var bob = cast.guest("bob");
    alice.tells(bob, "for the first bob");
    bob.leaves("gone");
    var other = cast.guest("bob");
    var pair = Pair.of("alice", Pair.guest(Cast.nick("bob")));
    assertThat(other.reads(pair)).isEmpty();
    alice.tells(other, "for the second");
    assertThat(other.reads(pair)).containsExactly("for the second");
    assertThat(alice.reads(pair)).containsExactly("for the first bob", "for the second");
  }

  @Test
  void words_for_operators_are_heard_by_operators_only() {
    var alice = cast.guest("alice").joins("#tea");
    var bob = cast.guest("bob").joins("#tea");
    var carol = cast.guest("carol").joins("#tea");
    carol.ask("#tea", new Say(Form.MESSAGE, "help", Map.of(), Rank.OP));
    assertThat(alice.heard()).containsExactly("help");
    assertThat(carol.heard()).containsExactly("help");
    assertThat(bob.heard()).isEmpty();
  }

  @Test
  void typing_is_told_and_not_kept() {
    var alice = cast.guest("alice").joins("#tea");
    var bob = cast.guest("bob").joins("#tea");
    int before = cast.store.appends.get();
    alice.ask("#tea", new Say(Form.TAGS, "", Map.of("+typing", "active"), null));
    assertThat(bob.seen).last().matches(event -> !event.isKept());
    assertThat(cast.store.appends.get()).isEqualTo(before);
  }

  @Test
  void of_many_who_enter_an_empty_channel_at_once_one_is_operator() throws Exception {
    for (int round = 0; round < 50; round++) {
      var name = "#round" + round;
      int number = round;
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Callable<Cast.Guest>> joins =
            IntStream.range(0, 8)
                .mapToObj(i ->
                    (Callable<Cast.Guest>) () -> cast.guest("g" + number + "x" + i).joins(name))
                .toList();
        threads.invokeAll(joins);
      }
      var state = cast.salon.look(cast.guest("look" + round).actor(), Cast.channel(name));
      assertThat(state.orElseThrow().members())
          .filteredOn(member -> member.ranks().atLeast(Rank.OP))
          .hasSize(1);
    }
  }

  @Test
  void who_logs_out_in_a_channel_keeps_no_seat_there() {
    var carol = cast.member("carol").joins("#tea");
    cast.guest("alice").joins("#tea");
    cast.salon.people().change(carol.presence, carol, null, person -> person.withAccount(null));
    cast.salon.people().stopping();
    var after = cast.restarted();
    var dave = after.guest("dave").joins("#tea");
    var state = after.salon.look(dave.actor(), Cast.channel("#tea")).orElseThrow();
    assertThat(state.ranks(dave.presence.id()).atLeast(Rank.OP)).isTrue();
  }

  @Test
  void two_changes_of_one_person_at_once_are_both_seen_at_the_end() throws Exception {
    var alice = cast.guest("alice").joins("#tea");
    for (int round = 0; round < 50; round++) {
      var text = "round " + round;
      List<Callable<Object>> changes =
          List.of(
              Executors.callable(() ->
                  cast.salon
                      .people()
                      .change(alice.presence, alice, null, who -> who.withAway(text))),
              Executors.callable(() ->
                  cast.salon
                      .people()
                      .change(alice.presence, alice, null, who -> who.called(text))));
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        threads.invokeAll(changes);
      }
      var seen =
          cast.salon.look(alice.actor(), Cast.channel("#tea")).orElseThrow().members().stream()
              .map(Member::person)
              .findFirst()
              .orElseThrow();
      assertThat(seen.away()).isEqualTo(text).isEqualTo(seen.realname());
    }
  }

  @Test
  void a_guest_does_not_read_what_a_nick_was_told_before_it_took_it() {
    var alice = cast.member("alice");
    var mallory = cast.guest("mallory");
    var bob = cast.guest("bob");
    alice.tells(bob, "for bob only");
    bob.leaves("gone");
    cast.salon.people().rename(mallory.presence, mallory, null, Cast.nick("bob"));
    var pair = Pair.of("alice", Pair.guest(Cast.nick("bob")));
    assertThat(mallory.reads(pair)).isEmpty();
    alice.tells(mallory, "for the new bob");
    assertThat(mallory.reads(pair)).containsExactly("for the new bob");
  }

  @Test
  void who_is_gone_before_their_join_is_stored_is_not_in_the_channel() {
    var alice = cast.guest("alice");
    var join = slowly(alice, new Join(null), () -> alice.leaves("too slow"));
    assertThat(Salon.await(join)).isInstanceOf(Done.class);
    var bob = cast.guest("bob").joins("#tea");
    var state = cast.salon.look(bob.actor(), Cast.channel("#tea")).orElseThrow();
    assertThat(state.members()).extracting(Member::person).containsExactly(bob.actor().person());
  }

  @Test
  void who_changes_nick_before_their_join_is_stored_is_known_by_the_new_one() {
    var alice = cast.guest("alice");
    var join =
        slowly(
            alice,
            new Join(null),
            () -> cast.salon.people().rename(alice.presence, alice, null, Cast.nick("alicia")));
    assertThat(Salon.await(join)).isInstanceOf(Done.class);
    var bob = cast.guest("bob").joins("#tea");
    var state = cast.salon.look(bob.actor(), Cast.channel("#tea")).orElseThrow();
    assertThat(state.member(Cast.nick("alicia"))).isPresent();
    assertThat(state.member(Cast.nick("alice"))).isEmpty();
  }

  // Asks something of #tea, and does something else before that is on disk.
  private CompletableFuture<Outcome> slowly(
      Cast.Guest who, Request<ChannelState> request, Runnable meanwhile) {
    var isStoring = new CountDownLatch(1);
    var mayStore = new CountDownLatch(1);
    cast.store.beforeAppend =
        () -> {
          isStoring.countDown();
          await(mayStore);
        };
    var answer = cast.salon.ask(who.presence, who, null, TEA, request);
    await(isStoring);
    cast.store.beforeAppend = () -> {};
    meanwhile.run();
    mayStore.countDown();
    return answer;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_request_that_fails_takes_nobody_else_with_it() {
    var alice = cast.guest("alice").joins("#tea");
    var bob = cast.guest("bob").joins("#tea");
    Request<ChannelState> fault =
        (_, _, _) -> {
          throw new IllegalStateException("as the test wants it");
        };
    var asked = new ArrayList<CompletableFuture<Outcome>>();
    slowly(
        alice,
        new Say(Form.MESSAGE, "first", Map.of(), null),
        () -> {
          asked.add(cast.salon.ask(alice.presence, alice, null, TEA, fault));
          asked.add(cast.salon.ask(bob.presence, bob, null, TEA, new Leave("bye")));
        });
    assertThat(Salon.await(asked.getLast())).isInstanceOf(Done.class);
    assertThat(asked.getFirst()).isCompletedExceptionally();
    assertThat(cast.salon.look(alice.actor(), TEA).orElseThrow().has(bob.presence.id())).isFalse();
  }

  @Test
  void an_error_does_not_end_a_conversation() {
    var alice = cast.guest("alice").joins("#tea");
    Request<ChannelState> error =
        (_, _, _) -> {
          throw new AssertionError("as the test wants it");
        };
    var failing = cast.salon.ask(alice.presence, alice, null, Cast.channel("#tea"), error);
    assertThat(failing).failsWithin(Duration.ofSeconds(10));
    assertThat(alice.says("#tea", "still here")).isInstanceOf(Done.class);
  }

  @Test
  void who_comes_and_goes_within_a_turn_sees_both() {
    var alice = cast.guest("alice").joins("#tea");
    var carol = cast.guest("carol");
    slowly(
        alice,
        new Leave(""),
        () -> {
          cast.salon.ask(carol.presence, carol, null, TEA, new Join(null));
          cast.salon.ask(carol.presence, carol, null, TEA, new Leave(""));
        });
    var last = cast.salon.ask(carol.presence, carol, null, TEA, new Leave(""));
    assertThat(Salon.await(last)).isInstanceOf(Refused.class);
    assertThat(carol.seen).hasSize(2);
    assertThat(carol.presence.channels()).isEmpty();
  }

  @Test
  void of_two_nicks_taken_at_once_by_one_person_none_stays_behind() {
    var phone = cast.member("carol");
    var laptop = cast.member("carol");
    cast.store.beforeOwner =
        () -> {
          cast.store.beforeOwner = () -> {};
          cast.salon.people().rename(phone.presence, phone, null, Cast.nick("caro"));
        };
    cast.salon.people().rename(laptop.presence, laptop, null, Cast.nick("karo"));
    assertThat(cast.salon.people().person(phone.presence).nick()).isEqualTo(Cast.nick("karo"));
    assertThat(cast.guest("carol").isNew).isTrue();
    assertThat(cast.guest("caro").isNew).isTrue();
  }

  @Test
  void who_comes_back_while_they_are_leaving_is_somebody() throws Exception {
    for (int round = 0; round < 20_000; round++) {
      var before = cast.member("carol");
      Cast.Guest after;
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var leaving = threads.submit(() -> before.leaves(""));
        after = threads.submit(() -> cast.member("carol")).get();
        leaving.get();
      }
      assertThat(after.actor().nick()).isEqualTo(Cast.nick("carol"));
      after.leaves("");
    }
  }
}
