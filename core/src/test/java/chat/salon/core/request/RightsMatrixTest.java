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
import chat.salon.core.ModeChange.Keyed;
import chat.salon.core.ModeChange.Limited;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.ModeChange.Slowed;
import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.Refusal;
import chat.salon.core.Role;
import chat.salon.core.Stamp;
import chat.salon.core.request.Action.Change;
import chat.salon.core.request.Action.Enter;
import chat.salon.core.request.Action.Know;
import chat.salon.core.request.Action.PutOut;
import chat.salon.core.request.Action.Read;
import chat.salon.core.request.Action.SeeList;
import chat.salon.core.request.Action.Speak;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Who may do what: the table of roles and actions, and the modes that bend it.
final class RightsMatrixTest {
  private static final ChannelName TEA = ChannelName.trusted("#tea");
  private final Map<String, Actor> cast = new LinkedHashMap<>();
  private ChannelState channel = new ChannelState(TEA, Limits.DEFAULT);
  private long lastId = 1;

  RightsMatrixTest() {
    enters("founder", Ranks.of(Rank.FOUNDER));
    enters("admin", Ranks.of(Rank.ADMIN));
    enters("op", Ranks.of(Rank.OP));
    enters("halfop", Ranks.of(Rank.HALFOP));
    enters("voice", Ranks.of(Rank.VOICE));
    enters("member", Ranks.NONE);
    cast.put("outsider", actor("outsider", 0));
  }

  private Actor actor(String name, int channels) {
    var person =
        new Person(
            new PersonId(++lastId),
            Nick.trusted(name),
            "~u",
            "host",
            name,
            null,
            null,
            Standing.PLAIN);
    return new Actor(person, Set.of(0), "192.0.2.7", Role.MEMBER, channels, 1);
  }

  private void enters(String name, Ranks ranks) {
    var actor = actor(name, 1);
    cast.put(name, actor);
    change(new Joined(stamp(), TEA, actor.person(), ranks, Set.of(0)));
  }

  private Stamp stamp() {
    return new Stamp(++lastId << 22, lastId);
  }

  private void change(chat.salon.core.Event event) {
    var copy = channel.copy();
    copy.apply(event);
    channel = copy;
  }

  private void set(ModeChange... changes) {
    change(new ModesChanged(stamp(), TEA, who("founder").person(), List.of(changes)));
  }

  private Actor who(String name) {
    return cast.get(name);
  }

  private boolean may(String name, Action action) {
    return Rights.refusal(who(name), action, channel).isEmpty();
  }

  private List<String> whoMay(Action action) {
    var able = new ArrayList<String>();
    for (var name : cast.keySet()) {
      if (may(name, action)) {
        able.add(name);
      }
    }
    return able;
  }

  private static List<String> names(String text) {
    return text.isBlank() ? List.of() : List.of(text.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "FOUNDER, founder",
    "ADMIN, founder",
    "OP, founder admin op",
    "HALFOP, founder admin op",
    "VOICE, founder admin op halfop"
  })
  void a_rank_is_given_and_taken_by_these(Rank rank, String able) {
    assertThat(whoMay(new Change(new Ranked(Nick.trusted("somebody"), rank, true))))
        .isEqualTo(names(able));
    assertThat(whoMay(new Change(new Ranked(Nick.trusted("somebody"), rank, false))))
        .isEqualTo(names(able));
  }

  @Test
  void anybody_may_step_down() {
    for (var name : List.of("founder", "admin", "op", "halfop", "voice", "member")) {
      for (var rank : Rank.values()) {
        assertThat(may(name, new Change(new Ranked(Nick.trusted(name), rank, false)))).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "founder, founder",
    "admin, founder",
    "op, founder admin op",
    "halfop, founder admin op",
    "voice, founder admin op halfop",
    "member, founder admin op halfop"
  })
  void a_member_is_put_out_by_these(String target, String able) {
    var member = channel.member(Nick.trusted(target)).orElseThrow();
    assertThat(whoMay(new PutOut(member))).isEqualTo(names(able));
  }

  @ParameterizedTest
  @EnumSource(Flag.class)
  void flags_are_for_half_operators_and_above(Flag flag) {
    assertThat(whoMay(new Change(new Flagged(flag, true))))
        .isEqualTo(names(flag.isSettable() && !flag.isForStaff() ? "founder admin op halfop" : ""));
  }

  @Test
  void key_limit_and_lists_are_for_half_operators_and_above() {
    for (var change :
        List.of(
            new Keyed("k"),
            new Limited(5),
            new Slowed(5),
            new Listed(ListKind.BAN, Mask.of("x"), true))) {
      assertThat(whoMay(new Change(change))).isEqualTo(names("founder admin op halfop"));
    }
    assertThat(whoMay(new SeeList(ListKind.BAN))).hasSize(7);
    assertThat(whoMay(new SeeList(ListKind.EXCEPTION))).isEqualTo(names("founder admin op halfop"));
  }

  @Test
  void a_locked_topic_is_for_half_operators_and_above_an_open_one_for_members() {
    set(new Flagged(Flag.TOPIC_LOCKED, true));
    assertThat(whoMay(new Action.SetTopic())).isEqualTo(names("founder admin op halfop"));
    set(new Flagged(Flag.TOPIC_LOCKED, false));
    assertThat(whoMay(new Action.SetTopic())).hasSize(6).doesNotContain("outsider");
  }

  @Test
  void what_it_is_for_is_said_by_half_operators_and_above() {
    assertThat(whoMay(new Action.Describe())).isEqualTo(names("founder admin op halfop"));
  }

  @Test
  void invitations_are_for_members_and_to_a_closed_channel_for_half_operators() {
    assertThat(whoMay(new Action.Invite())).hasSize(6).doesNotContain("outsider");
    set(new Flagged(Flag.INVITE_ONLY, true));
    assertThat(whoMay(new Action.Invite())).isEqualTo(names("founder admin op halfop"));
  }

  @Test
  void who_asks_to_come_in_is_answered_by_half_operators_and_above() {
    assertThat(whoMay(new Action.Answer())).isEqualTo(names("founder admin op halfop"));
  }

  @Test
  void reading_is_for_those_inside() {
    assertThat(whoMay(new Read())).hasSize(6).doesNotContain("outsider");
  }

  @Test
  void speaking_is_bent_by_n_m_and_bans() {
    set(new Flagged(Flag.NO_OUTSIDE, false));
    assertThat(whoMay(new Speak())).hasSize(7);
    set(new Flagged(Flag.NO_OUTSIDE, true));
    assertThat(whoMay(new Speak())).doesNotContain("outsider").hasSize(6);
    set(new Flagged(Flag.MODERATED, true));
    assertThat(whoMay(new Speak())).isEqualTo(names("founder admin op halfop voice"));
    set(
        new Flagged(Flag.MODERATED, false),
        new Listed(ListKind.BAN, Mask.of("member"), true),
        new Listed(ListKind.BAN, Mask.of("voice"), true));
    assertThat(whoMay(new Speak())).isEqualTo(names("founder admin op halfop voice"));
    set(new Listed(ListKind.EXCEPTION, Mask.of("*@host"), true));
    assertThat(whoMay(new Speak())).contains("member");
  }

  @Test
  void a_ban_holds_for_the_shown_host_and_for_the_hidden_address() {
    set(new Listed(ListKind.BAN, Mask.of("*!*@192.0.2.*"), true));
    assertThat(refusalOf(null)).isInstanceOf(Refusal.Banned.class);
    set(
        new Listed(ListKind.BAN, Mask.of("*!*@192.0.2.*"), false),
        new Listed(ListKind.BAN, Mask.of("*!*@HOST"), true));
    assertThat(refusalOf(null)).isInstanceOf(Refusal.Banned.class);
  }

  private Refusal refusalOf(String key) {
    return Rights.refusal(who("outsider"), new Enter(key), channel).orElse(null);
  }

  @Test
  void entering_is_refused_by_ban_invite_key_and_limit_and_an_invitation_opens_all() {
    assertThat(refusalOf(null)).isNull();
    set(new Limited(6));
    assertThat(refusalOf(null)).isInstanceOf(Refusal.ChannelFull.class);
    set(new Keyed("sesame"));
    assertThat(refusalOf(null)).isInstanceOf(Refusal.BadKey.class);
    assertThat(refusalOf("SESAME")).isInstanceOf(Refusal.BadKey.class);
    assertThat(refusalOf("sesame")).isInstanceOf(Refusal.ChannelFull.class);
    set(new Flagged(Flag.INVITE_ONLY, true));
    assertThat(refusalOf("sesame")).isInstanceOf(Refusal.InviteOnly.class);
    set(new Listed(ListKind.BAN, Mask.of("outsider"), true));
    assertThat(refusalOf("sesame")).isInstanceOf(Refusal.Banned.class);
    change(new Invited(stamp().unkept(), TEA, who("op").person(), who("outsider").person()));
    assertThat(refusalOf(null)).isNull();
  }

  @Test
  void an_invite_exception_lets_in() {
    set(
        new Flagged(Flag.INVITE_ONLY, true),
        new Listed(ListKind.INVITE_EXCEPTION, Mask.of("outsider"), true));
    assertThat(refusalOf(null)).isNull();
  }

  @Test
  void nobody_is_on_more_channels_than_allowed() {
    cast.put("outsider", actor("outsider", Limits.DEFAULT.channelsPerPerson()));
    assertThat(refusalOf(null)).isInstanceOf(Refusal.TooManyChannels.class);
  }

  @Test
  void a_secret_channel_does_not_exist_for_outsiders() {
    set(new Flagged(Flag.SECRET, true));
    var member = channel.member(Nick.trusted("member")).orElseThrow();
    for (var action :
        List.of(
            new Know(),
            new Speak(),
            new Read(),
            new Action.SetTopic(),
            new Action.Describe(),
            new Action.Invite(),
            new PutOut(member),
            new SeeList(ListKind.BAN),
            new Action.AskIn(),
            new Action.Answer(),
            new Change(new Keyed("k")))) {
      assertThat(Rights.refusal(who("outsider"), action, channel))
          .contains(new Refusal.NoSuchChannel("#tea"));
    }
    assertThat(may("member", new Know())).isTrue();
  }

  @Test
  void hidden_people_are_seen_by_those_who_share_a_channel_and_by_themselves() {
    var hidden = who("member").person().withStanding(Standing.PLAIN.withInvisible(true));
    assertThat(Rights.maySee(who("outsider"), hidden, false)).isFalse();
    assertThat(Rights.maySee(who("outsider"), hidden, true)).isTrue();
    assertThat(Rights.maySee(who("member"), hidden, false)).isTrue();
  }

  @Test
  void modes_are_changed_one_by_one_and_what_is_so_already_is_left_out() {
    var request =
        new ChangeModes(
            List.of(
                new Flagged(Flag.NO_OUTSIDE, true),
                new Flagged(Flag.MODERATED, true),
                new Ranked(Nick.trusted("nobody"), Rank.VOICE, true),
                new Ranked(Nick.trusted("MEMBER"), Rank.VOICE, true)));
    var done = (chat.salon.core.Outcome.Done) request.decide(channel, who("op"), stamp());
    assertThat(done.events()).hasSize(1);
    var changes = ((ModesChanged) done.events().getFirst()).changes();
    assertThat(changes)
        .containsExactly(
            new Flagged(Flag.MODERATED, true),
            new Ranked(Nick.trusted("member"), (AccountName) null, Rank.VOICE, true));
    assertThat(((Ranked) changes.getLast()).nick().shown()).isEqualTo("member");
    assertThat(done.refusals())
        .containsExactly(new Refusal.TargetNotOnChannel(Nick.trusted("nobody"), TEA));
    assertThat(channel.has(Flag.MODERATED)).as("deciding changes nothing").isFalse();
  }
}
