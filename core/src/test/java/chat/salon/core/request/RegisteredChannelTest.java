package chat.salon.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.Belonging;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Fact;
import chat.salon.core.Flag;
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
import chat.salon.core.Refusal.Banned;
import chat.salon.core.Refusal.ChannelExists;
import chat.salon.core.Refusal.ChannelNotRegistered;
import chat.salon.core.Refusal.ChannelRegistered;
import chat.salon.core.Refusal.NotChannelOperator;
import chat.salon.core.Refusal.NotFounder;
import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.core.Refusal.NotSettable;
import chat.salon.core.Role;
import chat.salon.core.Stamp;
import chat.salon.core.request.TakeNote.News.Gone;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RegisteredChannelTest {
  private static final ChannelName TEA = ChannelName.trusted("#tea");

  private final Actor alice = actor(1, "alice", "alice");
  private final Actor bob = actor(2, "bob", "bob");
  private final Actor guest = actor(3, "guest", null);
  private final ChannelState tea = new ChannelState(TEA, Limits.DEFAULT);
  private long lastId = 10;

  @Test
  void an_operator_with_an_account_makes_it_last() {
    does(alice, new Join(null));
    does(bob, new Join(null));
    does(guest, new Join(null));
    assertThat(why(guest, new RegisterChannel())).isEqualTo(new NotLoggedIn());
    assertThat(why(bob, new RegisterChannel())).isEqualTo(new NotChannelOperator(TEA, Rank.OP));
    does(alice, new RegisterChannel());
    assertThat(tea.has(Flag.REGISTERED)).isTrue();
    assertThat(tea.founder()).contains(account("alice"));
    assertThat(tea.ranks(alice.id()).has(Rank.FOUNDER)).isTrue();
    assertThat(why(alice, new RegisterChannel())).isEqualTo(new ChannelRegistered(TEA));
  }

  @Test
  void who_is_gone_belongs_to_it_and_who_leaves_does_not() {
    registered();
    does(bob, new Join(null));
    gone(bob);
    gone(alice);
    assertThat(tea.size()).isZero();
    assertThat(tea.isOpen()).isTrue();
    assertThat(Belonging.to(tea))
        .extracting(Belonging::account)
        .containsExactly(account("alice"), account("bob"));
    does(bob, new Join(null));
    assertThat(tea.ranks(bob.id()).isNone()).as("no newcomer is operator").isTrue();
    does(bob, new Leave(""));
    assertThat(Belonging.to(tea)).extracting(Belonging::account).containsExactly(account("alice"));
    assertThat(tea.isOpen()).isTrue();
  }

  @Test
  void the_founder_who_left_is_founder_again() {
    registered();
    does(alice, new Leave(""));
    assertThat(tea.belongs(account("alice"))).isFalse();
    does(alice, new Join(null));
    assertThat(tea.ranks(alice.id()).has(Rank.FOUNDER)).isTrue();
  }

  @Test
  void who_belongs_needs_no_key_and_no_invitation_and_no_room() {
    registered();
    does(bob, new Join(null));
    gone(bob);
    set(new Flagged(Flag.INVITE_ONLY, true), new Keyed("sesame"), new Limited(1));
    does(bob, new Join(null));
    gone(bob);
    set(new Listed(ListKind.BAN, Mask.of("bob"), true));
    assertThat(why(bob, new Join(null))).isEqualTo(new Banned(TEA));
  }

  @Test
  void who_is_away_can_be_put_out() {
    registered();
    does(bob, new Join(null));
    gone(bob);
    does(alice, new Kick(Nick.trusted("BOB"), "spam"));
    assertThat(tea.belongs(account("bob"))).isFalse();
    assertThat(tea.has(alice.id())).isTrue();
  }

  @Test
  void only_the_founder_drops_it_and_then_who_is_away_belongs_no_more() {
    registered();
    does(bob, new Join(null));
    does(guest, new Join(null));
    assertThat(why(bob, new DropChannel())).isEqualTo(new NotFounder(TEA));
    gone(bob);
    does(alice, new DropChannel());
    assertThat(tea.has(Flag.REGISTERED)).isFalse();
    assertThat(tea.seats()).containsOnlyKeys(account("alice"));
    assertThat(why(alice, new DropChannel())).isEqualTo(new ChannelNotRegistered(TEA));
    gone(alice);
    gone(guest);
    assertThat(tea.isOpen()).isFalse();
  }

  @Test
  void a_channel_that_is_dropped_while_nobody_is_there_is_gone() {
    registered();
    gone(alice);
    does(alice, new DropChannel());
    assertThat(tea.isOpen()).isFalse();
    assertThat(tea.seats()).isEmpty();
  }

  @Test
  void a_change_of_modes_cannot_make_it_last() {
    registered();
    for (boolean on : new boolean[] {true, false}) {
      assertThat(why(alice, new ChangeModes(List.of(new Flagged(Flag.REGISTERED, on)))))
          .isEqualTo(new NotSettable(TEA, Flag.REGISTERED));
    }
  }

  @Test
  void a_channel_is_made_once() {
    var made = new CreateChannel("leaves", Set.of(Flag.SECRET));
    assertThat(why(guest, made)).isEqualTo(new NotLoggedIn());
    does(alice, made);
    assertThat(tea.flags())
        .containsExactlyInAnyOrder(
            Flag.REGISTERED, Flag.SECRET, Flag.NO_OUTSIDE, Flag.TOPIC_LOCKED);
    assertThat(tea.description()).isEqualTo("leaves");
    assertThat(tea.isFounder(account("alice"))).isTrue();
    assertThat(why(bob, made)).isEqualTo(new ChannelExists(TEA));
    gone(alice);
    assertThat(why(bob, made)).isEqualTo(new ChannelExists(TEA));
  }

  private void registered() {
    does(alice, new Join(null));
    does(alice, new RegisterChannel());
  }

  private void set(ModeChange... changes) {
    does(alice, new ChangeModes(List.of(changes)));
  }

  private void gone(Actor who) {
    does(who, new TakeNote(new Gone("bye", new Fact(++lastId, 1))));
  }

  private void does(Actor who, Request<ChannelState> request) {
    assertThat(decide(who, request))
        .isInstanceOfSatisfying(
            Done.class,
            done -> {
              assertThat(done.refusals()).isEmpty();
              assertThat(done.events())
                  .filteredOn(event -> event.stamp().seq() > 0)
                  .hasSizeLessThanOrEqualTo(request.stamps());
              done.events().forEach(tea::apply);
            });
  }

  private Refusal why(Actor who, Request<ChannelState> request) {
    return decide(who, request) instanceof Refused(var why) ? why : failed(request);
  }

  private static Refusal failed(Request<ChannelState> request) {
    throw new AssertionError(request + " is not refused");
  }

  private Outcome decide(Actor who, Request<ChannelState> request) {
    long id = ++lastId;
    return request.decide(tea, who, new Stamp(id, id));
  }

  private static AccountName account(String name) {
    return AccountName.trusted(name);
  }

  private static Actor actor(long id, String nick, @Nullable String account) {
    var person =
        new Person(
            new PersonId(id),
            Nick.trusted(nick),
            "~u",
            "host",
            nick,
            account == null ? null : account(account),
            null,
            Standing.PLAIN);
    return new Actor(person, Set.of(0), "192.0.2.1", Role.MEMBER, 0, id);
  }
}
