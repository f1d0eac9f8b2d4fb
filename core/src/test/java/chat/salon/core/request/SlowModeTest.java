package chat.salon.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Limits;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.ModeChange.Slowed;
import chat.salon.core.Nick;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;
import chat.salon.core.Rank;
import chat.salon.core.Refusal.TooFast;
import chat.salon.core.Refusal.TooSlow;
import chat.salon.core.Role;
import chat.salon.core.Stamp;
import chat.salon.core.Stamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// In slow mode people wait between two messages.
class SlowModeTest {
  private static final ChannelName TEA = ChannelName.trusted("#tea");
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final ChannelState channel = new ChannelState(TEA, Limits.DEFAULT);
  private final Actor alice = named(1, "alice");
  private final Actor bob = named(2, "bob");
  private long seq;

  @BeforeEach
  void both_are_in() {
    does(alice, new Join(null), START);
    does(bob, new Join(null), START);
  }

  @Test
  void a_person_waits_between_two_messages_and_no_longer() {
    slow(10);
    says(bob, 0);
    assertThat(says(bob, 1)).isEqualTo(new Refused(new TooFast(TEA, 9)));
    assertThat(says(bob, 9)).isEqualTo(new Refused(new TooFast(TEA, 1)));
    assertThat(says(bob, 10)).isInstanceOf(Done.class);
    assertThat(says(bob, 11)).isEqualTo(new Refused(new TooFast(TEA, 9)));
  }

  @Test
  void what_is_refused_does_not_make_the_wait_longer() {
    slow(10);
    says(bob, 0);
    for (int second = 1; second < 10; second++) {
      says(bob, second);
    }
    assertThat(says(bob, 10)).isInstanceOf(Done.class);
  }

  @Test
  void who_has_a_rank_need_not_wait() {
    slow(10);
    for (int second = 0; second < 3; second++) {
      assertThat(says(alice, second)).isInstanceOf(Done.class);
    }
    set(new Ranked(Nick.trusted("bob"), Rank.VOICE, true));
    for (int second = 0; second < 3; second++) {
      assertThat(says(bob, second)).isInstanceOf(Done.class);
    }
  }

  @Test
  void typing_and_reactions_by_tags_count_for_nothing() {
    slow(10);
    says(bob, 0);
    var typing = new Say(Form.TAGS, "", Map.of("+typing", "active"), null);
    assertThat(does(bob, typing, START.plusSeconds(1))).isInstanceOf(Done.class);
    assertThat(says(bob, 10)).isInstanceOf(Done.class);
  }

  @Test
  void it_begins_when_it_is_set_and_ends_when_it_is_taken_away() {
    says(bob, 0);
    slow(10);
    assertThat(says(bob, 1)).isInstanceOf(Done.class);
    slow(0);
    assertThat(says(bob, 2)).isInstanceOf(Done.class);
  }

  @Test
  void it_is_for_half_operators_and_takes_so_many_seconds() {
    assertThat(does(bob, new ChangeModes(List.of(new Slowed(5))), START))
        .isInstanceOf(Refused.class);
    int most = Limits.DEFAULT.slowSeconds();
    assertThat(does(alice, new ChangeModes(List.of(new Slowed(most + 1))), START))
        .isEqualTo(new Refused(new TooSlow(most)));
    slow(most);
    assertThat(channel.slow()).isEqualTo(most);
  }

  private static Actor named(long id, String name) {
    var account = AccountName.trusted(name);
    var nick = Nick.trusted(name);
    var person =
        new Person(new PersonId(id), nick, "~u", "host", name, account, null, Standing.PLAIN);
    return new Actor(person, Set.of(0), "192.0.2.1", Role.MEMBER, 0, id);
  }

  private void slow(int seconds) {
    set(new Slowed(seconds));
  }

  private void set(ModeChange change) {
    assertThat(does(alice, new ChangeModes(List.of(change)), START)).isInstanceOf(Done.class);
  }

  private Outcome says(Actor who, int second) {
    return does(who, new Say(Form.MESSAGE, "hi", Map.of(), null), START.plusSeconds(second));
  }

  private Outcome does(Actor who, Request<? super ChannelState> request, Instant at) {
    var outcome = request.decide(channel, who, new Stamp(Stamps.at(at), ++seq));
    if (outcome instanceof Done(var events, _)) {
      events.forEach(channel::apply);
    }
    return outcome;
  }
}
