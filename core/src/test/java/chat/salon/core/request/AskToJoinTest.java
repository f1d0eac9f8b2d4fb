package chat.salon.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.Event;
import chat.salon.core.Event.JoinAnswered;
import chat.salon.core.Event.JoinAsked;
import chat.salon.core.Event.JoinWithdrawn;
import chat.salon.core.Event.Joined;
import chat.salon.core.Flag;
import chat.salon.core.JoinRequest;
import chat.salon.core.Limits;
import chat.salon.core.ListKind;
import chat.salon.core.Mask;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Keyed;
import chat.salon.core.ModeChange.Limited;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.Nick;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;
import chat.salon.core.Rank;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.AlreadyAnswered;
import chat.salon.core.Refusal.AlreadyAsked;
import chat.salon.core.Refusal.AskLater;
import chat.salon.core.Refusal.AskerBanned;
import chat.salon.core.Refusal.AskerGone;
import chat.salon.core.Refusal.Banned;
import chat.salon.core.Refusal.NoJoinRequest;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.Refusal.NotChannelOperator;
import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.core.Refusal.QueueFull;
import chat.salon.core.Refusal.RequestTooLong;
import chat.salon.core.Refusal.TargetOnChannel;
import chat.salon.core.Role;
import chat.salon.core.Stamp;
import chat.salon.core.Stamps;
import chat.salon.core.request.OnAccount.Here;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AskToJoinTest {
  private static final ChannelName TEA = ChannelName.trusted("#tea");
  private static final AccountName BOB = AccountName.trusted("bob");

  private final Actor alice = actor(1, "alice", "alice");
  private final Actor bob = actor(2, "bob", "bob");
  private final Actor carol = actor(3, "carol", "carol");
  private final Actor guest = actor(4, "guest", null);
  private final ChannelState tea = new ChannelState(TEA, Limits.DEFAULT);
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private long seq;

  @BeforeEach
  void alice_has_a_channel_on_request() {
    does(alice, new CreateChannel("", Set.of(Flag.INVITE_ONLY)));
  }

  @Test
  void who_asks_waits_and_who_is_accepted_is_in() {
    assertThat(does(bob, new AskToJoin("bonjour"))).hasOnlyElementsOfType(JoinAsked.class);
    assertThat(tea.requests()).containsExactly(new JoinRequest(BOB, "bonjour", now, null));
    assertThat(tea.has(bob.id())).isFalse();

    var events = does(alice, AnswerRequest.accept(BOB), bob);

    assertThat(events).extracting(Event::getClass).contains(JoinAnswered.class, Joined.class);
    assertThat(tea.has(bob.id())).isTrue();
    assertThat(tea.requests()).isEmpty();
    assertThat(why(bob, new AskToJoin(""))).isEqualTo(new TargetOnChannel(bob.nick(), TEA));
  }

  @Test
  void who_is_accepted_while_away_belongs_to_it() {
    does(bob, new AskToJoin(""));
    does(alice, AnswerRequest.accept(BOB));
    assertThat(tea.belongs(BOB)).isTrue();
    does(bob, new Join(null));
    assertThat(tea.has(bob.id())).isTrue();
  }

  @Test
  void no_key_limit_or_closed_door_stops_who_is_accepted() {
    does(bob, new AskToJoin(""));
    set(new Keyed("sesame"), new Limited(1));
    does(alice, AnswerRequest.accept(BOB), bob);
    assertThat(tea.has(bob.id())).isTrue();
  }

  @Test
  void a_public_channel_is_entered_at_once() {
    set(new Flagged(Flag.INVITE_ONLY, false));
    assertThat(does(bob, new AskToJoin("bonjour"))).hasOnlyElementsOfType(Joined.class);
    assertThat(tea.requests()).isEmpty();
  }

  @Test
  void a_private_channel_is_not_there_for_who_asks() {
    set(new Flagged(Flag.SECRET, true));
    assertThat(why(bob, new AskToJoin(""))).isEqualTo(new NoSuchChannel("#tea"));
    assertThat(why(bob, new WithdrawRequest())).isEqualTo(new NoSuchChannel("#tea"));
    assertThat(why(bob, AnswerRequest.accept(BOB))).isEqualTo(new NoSuchChannel("#tea"));
  }

  @Test
  void asking_twice_is_asking_once() {
    does(bob, new AskToJoin("bonjour"));
    assertThat(does(bob, new AskToJoin("bonjour"))).isEmpty();
    assertThat(why(bob, new AskToJoin("encore"))).isEqualTo(new AlreadyAsked(TEA));
    assertThat(tea.requests()).hasSize(1);
  }

  @Test
  void of_two_answers_the_second_is_told_of_the_first() {
    does(alice, new Invite(carol.person()));
    does(carol, new Join(null));
    set(new ModeChange.Ranked(carol.nick(), Rank.OP, true));
    does(bob, new AskToJoin(""));
    does(alice, AnswerRequest.accept(BOB), bob);
    var refusal = new AnswerRequest(BOB, false, "no", null);
    assertThat(why(carol, refusal)).isEqualTo(new AlreadyAnswered(TEA, "bob", alice.nick(), true));
    assertThat(does(alice, AnswerRequest.accept(BOB), bob)).as("asked again").isEmpty();
  }

  @Test
  void who_was_refused_asks_again_after_the_pause() {
    does(bob, new AskToJoin(""));
    does(alice, new AnswerRequest(BOB, false, "later", null), bob);
    var until = now.plus(Duration.ofDays(Limits.DEFAULT.requestPauseDays()));
    assertThat(why(bob, new AskToJoin(""))).isEqualTo(new AskLater(TEA, until));
    now = until;
    does(bob, new AskToJoin(""));
    assertThat(tea.requests()).hasSize(1);
  }

  @Test
  void an_operator_chooses_the_pause() {
    does(bob, new AskToJoin(""));
    var refusal = AnswerRequest.refuse(BOB, "2h", "", Limits.DEFAULT).orElseThrow();
    does(alice, refusal);
    assertThat(why(bob, new AskToJoin("")))
        .isEqualTo(new AskLater(TEA, now.plus(Duration.ofHours(2))));
    for (var bad : List.of("2x", "0h", "-1d", "99999w")) {
      assertThat(AnswerRequest.refuse(BOB, bad, "", Limits.DEFAULT)).as(bad).isEmpty();
    }
  }

  @Test
  void who_takes_it_back_asks_no_more() {
    does(bob, new AskToJoin(""));
    assertThat(does(bob, new WithdrawRequest())).hasOnlyElementsOfType(JoinWithdrawn.class);
    assertThat(why(alice, AnswerRequest.accept(BOB))).isEqualTo(new NoJoinRequest(TEA, "bob"));
    assertThat(why(bob, new WithdrawRequest())).isEqualTo(new NoJoinRequest(TEA, "bob"));
    does(bob, new AskToJoin(""));
  }

  @Test
  void who_comes_in_by_an_invitation_asks_no_more() {
    does(bob, new AskToJoin(""));
    does(alice, new Invite(bob.person()));
    assertThat(does(bob, new Join(null))).extracting(Event::getClass).contains(JoinWithdrawn.class);
    assertThat(tea.requests()).isEmpty();
  }

  @Test
  void who_was_put_out_may_ask_again() {
    does(bob, new AskToJoin(""));
    does(alice, AnswerRequest.accept(BOB), bob);
    does(alice, new Kick(bob.nick(), "out"));
    assertThat(does(bob, new AskToJoin("sorry"))).hasOnlyElementsOfType(JoinAsked.class);
  }

  @Test
  void a_ban_stops_asking_and_accepting_until_it_is_lifted() {
    does(bob, new AskToJoin(""));
    set(new Listed(ListKind.BAN, Mask.of("bob"), true));
    assertThat(why(alice, AnswerRequest.accept(BOB), bob)).isEqualTo(new AskerBanned(TEA, "bob"));
    assertThat(why(alice, AnswerRequest.accept(BOB))).isEqualTo(new AskerBanned(TEA, "bob"));
    does(bob, new WithdrawRequest());
    assertThat(why(bob, new AskToJoin(""))).isEqualTo(new Banned(TEA));
    set(new Listed(ListKind.BAN, Mask.of("bob"), false));
    does(bob, new AskToJoin(""));
  }

  @Test
  void into_a_channel_that_does_not_last_nobody_is_let_in_who_has_left() {
    does(alice, new DropChannel());
    does(bob, new AskToJoin(""));
    assertThat(why(alice, AnswerRequest.accept(BOB))).isEqualTo(new AskerGone(TEA, "bob"));
    does(alice, AnswerRequest.accept(BOB), bob);
    assertThat(tea.has(bob.id())).isTrue();
  }

  @Test
  void accounts_ask_and_half_operators_answer() {
    assertThat(why(guest, new AskToJoin(""))).isEqualTo(new NotLoggedIn());
    does(alice, new Invite(carol.person()));
    does(carol, new Join(null));
    does(bob, new AskToJoin(""));
    assertThat(why(carol, AnswerRequest.accept(BOB)))
        .isEqualTo(new NotChannelOperator(TEA, Rank.HALFOP));
    set(new ModeChange.Ranked(carol.nick(), Rank.HALFOP, true));
    does(carol, AnswerRequest.accept(BOB), bob);
  }

  @Test
  void a_message_and_the_queue_have_bounds() {
    int most = Limits.DEFAULT.requestLength();
    assertThat(why(bob, new AskToJoin("é".repeat(most + 1)))).isEqualTo(new RequestTooLong(most));
    does(bob, new AskToJoin("\ud83e\uded6".repeat(most)));
    for (int i = 1; i < Limits.DEFAULT.requestsWaiting(); i++) {
      does(actor(100 + i, "nick" + i, "nick" + i), new AskToJoin(""));
    }
    assertThat(why(carol, new AskToJoin("")))
        .isEqualTo(new QueueFull(TEA, Limits.DEFAULT.requestsWaiting()));
  }

  private void set(ModeChange... changes) {
    does(alice, new ChangeModes(List.of(changes)));
  }

  private List<Event> does(Actor who, Request<ChannelState> request, Actor... here) {
    if (!(decide(who, request, here) instanceof Done(var events, var refusals))) {
      throw new AssertionError(request + " is refused");
    }
    assertThat(refusals).isEmpty();
    assertThat(events).filteredOn(Event::isKept).hasSizeLessThanOrEqualTo(request.stamps());
    events.forEach(tea::apply);
    return events;
  }

  private Refusal why(Actor who, Request<ChannelState> request, Actor... here) {
    if (decide(who, request, here) instanceof Refused(var why)) {
      return why;
    }
    throw new AssertionError(request + " is not refused");
  }

  private Outcome decide(Actor who, Request<ChannelState> request, Actor... here) {
    var stamp = new Stamp(Stamps.at(now), ++seq);
    return request instanceof OnAccount about
        ? about.decide(
            tea,
            List.of(here).stream().map(one -> new Here(one.person(), one.nodes())).toList(),
            who,
            stamp)
        : request.decide(tea, who, stamp);
  }

  private static Actor actor(long id, String nick, @Nullable String account) {
    var person =
        new Person(
            new PersonId(id),
            Nick.trusted(nick),
            "~u",
            "host",
            nick,
            account == null ? null : AccountName.trusted(account),
            null,
            Standing.PLAIN);
    return new Actor(person, Set.of(0), "192.0.2.1", Role.MEMBER, 0, id);
  }
}
