package chat.salon.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.Event.Invited;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Flag;
import chat.salon.core.Limits;
import chat.salon.core.ListKind;
import chat.salon.core.Mask;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.Banned;
import chat.salon.core.Refusal.CannotSend;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.Refusal.NotOnChannel;
import chat.salon.core.Role;
import chat.salon.core.Stamp;
import chat.salon.core.request.Action.Enter;
import chat.salon.core.request.Action.Know;
import chat.salon.core.request.Action.Read;
import chat.salon.core.request.Action.SetTopic;
import chat.salon.core.request.Action.Speak;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RightsTest {
  private static final ChannelName TEA = ChannelName.trusted("#tea");

  private final Actor alice = actor(1, "alice");
  private final Actor bob = actor(2, "bob");
  private final Actor carol = actor(3, "carol");
  private final ChannelState tea = new ChannelState(TEA, Limits.DEFAULT);

  @Test
  void a_channel_that_nobody_is_in_does_not_exist() {
    for (var action :
        List.of(new Know(), new Speak(), new Read(), new SetTopic(), new Action.Invite())) {
      assertThat(Rights.refusal(alice, action, tea)).contains(new NoSuchChannel("#tea"));
    }
    assertThat(Rights.refusal(alice, new Enter(null), tea)).isEmpty();
  }

  @Test
  void outsiders_may_know_of_a_channel_and_not_act_in_it() {
    join(alice, Ranks.of(Rank.OP));
    assertThat(Rights.refusal(bob, new Know(), tea)).isEmpty();
    assertThat(Rights.refusal(bob, new Read(), tea)).contains(new NotOnChannel(TEA));
    assertThat(Rights.refusal(bob, new SetTopic(), tea)).contains(new NotOnChannel(TEA));
    assertThat(Rights.refusal(bob, new Speak(), tea)).contains(new CannotSend(TEA));
  }

  @Test
  void a_secret_channel_does_not_exist_for_outsiders() {
    join(alice, Ranks.of(Rank.OP));
    change(new Flagged(Flag.SECRET, true));
    for (var action : List.of(new Know(), new Speak(), new Read(), new SetTopic())) {
      assertThat(Rights.refusal(bob, action, tea)).contains(new NoSuchChannel("#tea"));
    }
  }

  @Test
  void whom_an_operator_asked_in_no_ban_stops() {
    join(alice, Ranks.of(Rank.OP));
    change(new Listed(ListKind.BAN, Mask.of("bob"), true));
    invite(alice, bob);
    assertThat(enters(bob)).isEmpty();
    join(bob, Ranks.NONE);
    assertThat(tea.isInvited(bob.id())).as("it is used up").isFalse();
  }

  @Test
  void whom_a_plain_member_asked_in_a_ban_stops_all_the_same() {
    join(alice, Ranks.of(Rank.OP));
    join(carol, Ranks.of(Rank.VOICE));
    change(new Listed(ListKind.BAN, Mask.of("bob"), true));
    invite(carol, bob);
    assertThat(enters(bob)).contains(new Banned(TEA));
  }

  private Optional<Refusal> enters(Actor who) {
    return Rights.refusal(who, new Enter(null), tea);
  }

  private void join(Actor who, Ranks ranks) {
    tea.apply(new Joined(new Stamp(1, 1), TEA, who.person(), ranks, Set.of(0)));
  }

  private void change(ModeChange change) {
    tea.apply(new ModesChanged(new Stamp(2, 2), TEA, alice.person(), List.of(change)));
  }

  private void invite(Actor by, Actor who) {
    tea.apply(new Invited(new Stamp(3, 0), TEA, by.person(), who.person()));
  }

  private static Actor actor(long id, String nick) {
    var person =
        new Person(
            new PersonId(id),
            Nick.trusted(nick),
            "~u",
            "host",
            nick,
            AccountName.trusted(nick),
            null,
            Standing.PLAIN);
    return new Actor(person, Set.of(0), "192.0.2.1", Role.MEMBER, 0, id);
  }
}
