package chat.salon.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.Aftermath;
import chat.salon.core.ChannelName;
import chat.salon.core.ChannelState;
import chat.salon.core.ConversationId;
import chat.salon.core.ConversationState;
import chat.salon.core.Event.Edited;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Later;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Event.Pinned;
import chat.salon.core.Event.Reacted;
import chat.salon.core.Event.Redacted;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Flag;
import chat.salon.core.Limits;
import chat.salon.core.ListKind;
import chat.salon.core.Mask;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.Nick;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;
import chat.salon.core.PrivateState;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.BadReaction;
import chat.salon.core.Refusal.CannotSend;
import chat.salon.core.Refusal.NoSuchMessage;
import chat.salon.core.Refusal.NotAuthor;
import chat.salon.core.Refusal.NotChannelOperator;
import chat.salon.core.Refusal.NotOnChannel;
import chat.salon.core.Refusal.TooManyPins;
import chat.salon.core.Refusal.TooManyReactions;
import chat.salon.core.Role;
import chat.salon.core.Stamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of messages, and who may see to it: edits, deletions and reactions.
final class MessageRightsTest {
  private static final ChannelName TEA = ChannelName.trusted("#tea");
  private static final Stamp NOW = new Stamp(5000, 50);

  private final Map<String, Actor> cast = new LinkedHashMap<>();
  private final ChannelState tea = new ChannelState(TEA, Limits.DEFAULT);
  private long lastId = 10;

  MessageRightsTest() {
    enters("founder", Ranks.of(Rank.FOUNDER));
    enters("op", Ranks.of(Rank.OP));
    enters("halfop", Ranks.of(Rank.HALFOP));
    enters("voice", Ranks.of(Rank.VOICE));
    enters("member", Ranks.NONE);
    enters("other", Ranks.NONE);
    cast.put("moderator", actor("moderator", Role.MODERATOR));
    cast.put("outsider", actor("outsider", Role.MEMBER));
  }

  private Actor actor(String name, Role role) {
    var person =
        new Person(
            new PersonId(++lastId),
            Nick.trusted(name),
            "~u",
            "host",
            name,
            AccountName.trusted(name),
            null,
            Standing.PLAIN.withRole(role));
    return new Actor(person, Set.of(0), "192.0.2.7", role, 1, lastId);
  }

  private void enters(String name, Ranks ranks) {
    var actor = actor(name, Role.MEMBER);
    cast.put(name, actor);
    tea.apply(new Joined(new Stamp(++lastId, lastId), TEA, actor.person(), ranks, Set.of(0)));
  }

  private void set(ModeChange... changes) {
    tea.apply(
        new ModesChanged(
            new Stamp(++lastId, lastId), TEA, who("founder").person(), List.of(changes)));
  }

  private Actor who(String name) {
    return cast.get(name);
  }

  // As it comes from the log, where nobody has an id.
  private Said said(String by) {
    return said(TEA, who(by).person(), null);
  }

  private static Said said(ConversationId<?> where, Person by, Rank least) {
    var target = where instanceof Pair pair ? pair.second() : "#tea";
    return new Said(
        new Stamp(1000, 10), where, by, Form.MESSAGE, target, null, "text", Map.of(), least);
  }

  private List<String> whoMay(Function<Actor, Outcome> ask) {
    var able = new ArrayList<String>();
    for (var name : cast.keySet()) {
      if (ask.apply(who(name)) instanceof Done) {
        able.add(name);
      }
    }
    return able;
  }

  private Outcome edit(Actor actor, Said said) {
    return new Edit(1000, "new").decide(tea, said, Set::of, actor, NOW);
  }

  private Outcome redact(Actor actor, Said said) {
    return new Redact(1000, "").decide(tea, said, Set::of, actor, NOW);
  }

  private Outcome react(Actor actor, Said said) {
    return new React(1000, "👍", true).decide(tea, said, Set::of, actor, NOW);
  }

  private static Refusal refusal(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Refused.class);
    return ((Refused) outcome).why();
  }

  private static Later later(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Done.class);
    return (Later) ((Done) outcome).events().getFirst();
  }

  @Test
  void only_who_said_it_edits_it() {
    assertThat(whoMay(actor -> edit(actor, said("member")))).containsExactly("member");
    assertThat(refusal(edit(who("founder"), said("member")))).isInstanceOf(NotAuthor.class);
    var edited = (Edited) later(edit(who("member"), said("member")));
    assertThat(edited.text()).isEqualTo("new");
    assertThat(edited.about().id()).isEqualTo(1000);
    assertThat(edited.about().target()).isEqualTo("#tea");
    assertThat(edited.stamp()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "founder, founder moderator",
    "op, founder op moderator",
    "halfop, founder op halfop moderator",
    "voice, founder op halfop voice moderator",
    "member, founder op halfop member moderator"
  })
  void these_delete_what_somebody_said(String author, String able) {
    assertThat(whoMay(actor -> redact(actor, said(author))))
        .containsExactlyInAnyOrder(able.split(" "));
  }

  @Test
  void who_is_gone_has_the_rank_that_they_come_back_with() {
    var absent = actor("absent", Role.MEMBER).person();

    assertThat(whoMay(actor -> redact(actor, said(TEA, absent, null))))
        .containsExactly("founder", "op", "halfop", "moderator");
  }

  @Test
  void everybody_inside_reacts_and_nobody_else() {
    assertThat(whoMay(actor -> react(actor, said("member"))))
        .containsExactly("founder", "op", "halfop", "voice", "member", "other");
    assertThat(refusal(react(who("outsider"), said("member")))).isInstanceOf(NotOnChannel.class);
  }

  @Test
  void who_may_not_speak_changes_nothing_either() {
    set(new Listed(ListKind.BAN, Mask.of("member"), true));
    for (var outcome :
        List.of(
            edit(who("member"), said("member")),
            redact(who("member"), said("member")),
            react(who("member"), said("op")))) {
      assertThat(refusal(outcome)).isEqualTo(new CannotSend(TEA));
    }
    set(new Flagged(Flag.MODERATED, true));
    assertThat(whoMay(actor -> react(actor, said("other"))))
        .containsExactly("founder", "op", "halfop", "voice");
  }

  @Test
  void what_was_said_to_a_rank_is_not_there_for_others() {
    var toOperators = said(TEA, who("founder").person(), Rank.OP);

    assertThat(whoMay(actor -> react(actor, toOperators))).containsExactly("founder", "op");
    assertThat(refusal(react(who("halfop"), toOperators))).isInstanceOf(NoSuchMessage.class);
    assertThat(later(react(who("op"), toOperators)).about().least()).isEqualTo(Rank.OP);
  }

  @Test
  void what_was_deleted_is_deleted_once_and_nothing_else_is_done_to_it() {
    var gone = said("member").with("", Aftermath.REDACTED);

    assertThat(redact(who("member"), gone)).isEqualTo(Done.NOTHING);
    assertThat(refusal(redact(who("other"), gone))).isInstanceOf(NotChannelOperator.class);
    assertThat(refusal(edit(who("member"), gone))).isInstanceOf(NoSuchMessage.class);
    assertThat(refusal(react(who("other"), gone))).isInstanceOf(NoSuchMessage.class);
  }

  @Test
  void the_same_text_or_reaction_again_is_done_with_nothing() {
    var said = said("member");
    assertThat(new Edit(1000, "text").decide(tea, said, Set::of, who("member"), NOW))
        .isEqualTo(Done.NOTHING);
    var reacted = said.after(later(react(who("op"), said)));
    assertThat(react(who("op"), reacted)).isEqualTo(Done.NOTHING);
    assertThat(react(who("other"), reacted)).isNotEqualTo(Done.NOTHING);
    var off = new React(1000, "👍", false);
    assertThat(off.decide(tea, reacted, Set::of, who("other"), NOW)).isEqualTo(Done.NOTHING);
    var back = (Reacted) later(off.decide(tea, reacted, Set::of, who("op"), NOW));
    assertThat(reacted.after(back)).isEqualTo(said);
  }

  @Test
  void a_message_has_so_many_different_reactions_and_no_more() {
    var said = said("member");
    int most = Limits.DEFAULT.reactions();
    for (int i = 0; i < most; i++) {
      said =
          said.after(
              later(new React(1000, "r" + i, true).decide(tea, said, Set::of, who("op"), NOW)));
    }
    assertThat(said.aftermath().reactions().keySet()).startsWith("r0", "r1").hasSize(most);
    assertThat(refusal(react(who("op"), said))).isInstanceOf(TooManyReactions.class);
    assertThat(new React(1000, "r7", true).decide(tea, said, Set::of, who("other"), NOW))
        .isNotEqualTo(Done.NOTHING)
        .isInstanceOf(Done.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " a", "a ", "a\u0001b", "\u007f", "a\nb"})
  void what_is_no_reaction_is_refused(String text) {
    assertThat(
            refusal(new React(1000, text, true).decide(tea, said("op"), Set::of, who("op"), NOW)))
        .isEqualTo(new BadReaction(text, React.LONGEST));
  }

  @Test
  void a_reaction_has_64_bytes_at_most() {
    var fits = "é".repeat(32);
    assertThat(new React(1000, fits, true).decide(tea, said("op"), Set::of, who("op"), NOW))
        .isInstanceOf(Done.class);
    assertThat(
            refusal(
                new React(1000, fits + "a", true).decide(tea, said("op"), Set::of, who("op"), NOW)))
        .isInstanceOf(BadReaction.class);
  }

  @Test
  void tags_without_a_text_are_deleted_but_not_edited() {
    var tags =
        new Said(
            new Stamp(1000, 10),
            TEA,
            who("member").person(),
            Form.TAGS,
            "#tea",
            null,
            "",
            Map.of("+x", "y"),
            null);

    assertThat(refusal(edit(who("member"), tags))).isInstanceOf(NoSuchMessage.class);
    assertThat(later(redact(who("member"), tags))).isInstanceOf(Redacted.class);
    assertThat(tags.after(later(redact(who("member"), tags))).tags()).isEmpty();
  }

  @Test
  void a_guest_owns_only_what_was_said_since_it_took_its_nick() {
    var before = guest(900);
    var since = guest(1001);
    var said = said(TEA, before.person(), null);
    for (var guest : List.of(before, since)) {
      tea.apply(
          new Joined(new Stamp(++lastId, lastId), TEA, guest.person(), Ranks.NONE, Set.of(0)));
    }

    assertThat(edit(before, said)).isInstanceOf(Done.class);
    assertThat(refusal(edit(since, said))).isInstanceOf(NotAuthor.class);
  }

  private Actor guest(long since) {
    var person = actor("guest", Role.MEMBER).person().withAccount(null);
    return new Actor(person, Set.of(0), "192.0.2.7", Role.MEMBER, 1, since);
  }

  @Test
  void in_private_both_react_and_each_changes_only_their_own() {
    var member = who("member");
    var op = who("op");
    ConversationState talk =
        new PrivateState(Pair.of(member.person(), op.person()), () -> Limits.DEFAULT);
    var said = said((Pair) talk.id(), member.person(), null);

    for (var request : List.of(new Edit(1000, "new"), new Redact(1000, ""))) {
      assertThat(request.decide(talk, said, Set::of, member, NOW)).isInstanceOf(Done.class);
      assertThat(refusal(request.decide(talk, said, Set::of, op, NOW)))
          .isInstanceOf(NotAuthor.class);
      for (var third : List.of("moderator", "outsider")) {
        assertThat(refusal(request.decide(talk, said, Set::of, who(third), NOW)))
            .isInstanceOf(NoSuchMessage.class);
      }
    }
    var react = new React(1000, "👍", true);
    assertThat(later(react.decide(talk, said, Set::of, op, NOW)).about().target())
        .isEqualTo("member");
    assertThat(later(react.decide(talk, said, Set::of, member, NOW)).about().target())
        .isEqualTo("op");
    assertThat(refusal(react.decide(talk, said, Set::of, who("moderator"), NOW)))
        .isInstanceOf(NoSuchMessage.class);
  }

  @Test
  void a_message_that_is_not_there_is_refused_to_those_inside_only() {
    assertThat(refusal(new Redact(7, "").decide(tea, who("member"), NOW)))
        .isInstanceOf(NoSuchMessage.class);
    assertThat(refusal(new Redact(7, "").decide(tea, who("outsider"), NOW)))
        .isInstanceOf(NotOnChannel.class);
  }

  @Test
  void half_operators_pin_in_a_channel_and_both_people_in_private() {
    var said = said("member");
    assertThat(whoMay(actor -> pin(actor, said, Set.of())))
        .containsExactly("founder", "op", "halfop");
    assertThat(refusal(pin(who("voice"), said, Set.of()))).isInstanceOf(NotChannelOperator.class);

    var member = who("member");
    var op = who("op");
    ConversationState talk =
        new PrivateState(Pair.of(member.person(), op.person()), () -> Limits.DEFAULT);
    var privately = said((Pair) talk.id(), member.person(), null);
    var pin = new PinMessage(1000, true);
    for (var one : List.of(member, op)) {
      assertThat(later(pin.decide(talk, privately, Set::of, one, NOW)).about().least()).isNull();
    }
    assertThat(refusal(pin.decide(talk, privately, Set::of, who("moderator"), NOW)))
        .isInstanceOf(NoSuchMessage.class);
    var unheard = unheard(member, op.person().account());
    assertThat(later(pin.decide(talk, privately, Set::of, unheard, NOW)).about().least())
        .isEqualTo(Rank.FOUNDER);
  }

  private static Actor unheard(Actor actor, AccountName by) {
    return new Actor(
        actor.person(),
        actor.nodes(),
        actor.address(),
        actor.role(),
        actor.channels(),
        actor.since(),
        Set.of(by));
  }

  @Test
  void a_message_is_pinned_once_and_never_when_it_was_deleted() {
    var said = said("member");
    assertThat(pin(who("op"), said, Set.of(1000L))).isEqualTo(Done.NOTHING);
    var down = new PinMessage(1000, false);
    assertThat(down.decide(tea, said, Set::of, who("op"), NOW)).isEqualTo(Done.NOTHING);
    var pinned = (Pinned) later(down.decide(tea, said, () -> Set.of(1000L), who("op"), NOW));
    assertThat(pinned.on()).isFalse();
    var gone = said.with("", Aftermath.REDACTED);
    assertThat(refusal(pin(who("op"), gone, Set.of()))).isInstanceOf(NoSuchMessage.class);
  }

  @Test
  void a_conversation_has_so_many_pins_and_no_more() {
    var full = LongStream.rangeClosed(1, Limits.DEFAULT.pins()).boxed().collect(Collectors.toSet());
    assertThat(refusal(pin(who("op"), said("member"), full)))
        .isEqualTo(new TooManyPins(Limits.DEFAULT.pins()));
    full.remove(1L);
    assertThat(pin(who("op"), said("member"), full)).isInstanceOf(Done.class);
  }

  private Outcome pin(Actor actor, Said said, Set<Long> pinned) {
    return new PinMessage(1000, true).decide(tea, said, () -> pinned, actor, NOW);
  }
}
