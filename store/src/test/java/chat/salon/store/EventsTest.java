package chat.salon.store;

import static chat.salon.store.Cast.ALICE;
import static chat.salon.store.Cast.BOB;
import static chat.salon.store.Cast.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Event;
import chat.salon.core.Event.Added;
import chat.salon.core.Event.Described;
import chat.salon.core.Event.Fact;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Kicked;
import chat.salon.core.Event.Left;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Event.Quit;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Event.TopicSet;
import chat.salon.core.Flag;
import chat.salon.core.ListKind;
import chat.salon.core.Mask;
import chat.salon.core.Meter;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Forwarded;
import chat.salon.core.ModeChange.Keyed;
import chat.salon.core.ModeChange.Limited;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.ModeChange.Metered;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.ModeChange.Slowed;
import chat.salon.core.Nick;
import chat.salon.core.Pair;
import chat.salon.core.Person.Standing;
import chat.salon.core.Quota;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every kind of event comes back from the disk as it went there.
class EventsTest extends OnEachDatabase {
  @Test
  void every_kind_of_event_comes_back_as_it_was() {
    try (var store = openStore()) {
      var tea = new Talk(store, TEA);
      var bot = BOB.withStanding(Standing.PLAIN.withBot(true));
      var named = ALICE.called("Alice, “the” \uD83C\uDF75").withHost("elsewhere");
      List<Event> events =
          List.of(
              tea.append(new Joined(tea.stamp(), TEA, named, Ranks.of(Rank.OP), Set.of())),
              tea.append(
                  said(tea, Form.MESSAGE, "hi \u0001é\uD83C\uDF75 'quoted'", Map.of(), null)),
              tea.append(
                  said(tea, Form.NOTICE, "", Map.of("+a", "b c;\\", "+x/y", ""), Rank.VOICE)),
              tea.append(said(tea, Form.TAGS, "", Map.of("+typing", "done"), null)),
              tea.append(
                  new Said(
                      tea.stamp(),
                      TEA,
                      bot,
                      Form.MESSAGE,
                      "@#Tea",
                      null,
                      "beep",
                      Map.of(),
                      Rank.OP)),
              tea.append(new TopicSet(tea.stamp(), TEA, ALICE, "")),
              tea.append(new TopicSet(tea.stamp(), TEA, ALICE, "tea only")),
              tea.append(new Described(tea.stamp(), TEA, ALICE, "what it is for")),
              tea.append(new Added(tea.stamp(), TEA, ALICE, BOB)),
              tea.append(new ModesChanged(tea.stamp(), TEA, ALICE, everyMode())),
              tea.append(
                  new PersonChanged(
                      tea.stamp(),
                      TEA,
                      ALICE,
                      ALICE.withNick(Nick.trusted("alicia")),
                      new Fact(77, 3))),
              tea.append(new Kicked(tea.stamp(), TEA, ALICE, BOB, "out")),
              tea.append(new Left(tea.stamp(), TEA, BOB, "")),
              tea.append(new Quit(tea.stamp(), TEA, BOB, "bye", new Fact(78, 2))));

      assertThat(tea.all()).isEqualTo(events);
    }
  }

  @Test
  void private_messages_come_back_under_their_pair() {
    try (var store = openStore()) {
      var talk = new Talk(store, Pair.of("alice", "~bob"));
      var said = talk.say(ALICE, "psst");

      assertThat(talk.all()).containsExactly(said);
    }
  }

  private static Said said(Talk tea, Form form, String text, Map<String, String> tags, Rank least) {
    return new Said(tea.stamp(), TEA, BOB, form, "#Tea", null, text, tags, least);
  }

  private static List<ModeChange> everyMode() {
    return List.of(
        new Flagged(Flag.SECRET, true),
        new Flagged(Flag.NO_OUTSIDE, false),
        new Keyed("sesame"),
        new Keyed(null),
        new Limited(5),
        new Limited(0),
        new Slowed(30),
        new Slowed(0),
        new Forwarded(ChannelName.trusted("#hall")),
        new Forwarded(null),
        new Metered(Meter.JOINS, new Quota(5, 10)),
        new Metered(Meter.REPEATS, Quota.NONE),
        new Flagged(Flag.FROM_JOINING, true),
        new Listed(ListKind.INVITE_EXCEPTION, Mask.of("*@bad"), true),
        new Listed(
            ListKind.BAN, Mask.of("bob"), true, Instant.parse("2026-03-01T12:00:00Z"), "spam"),
        new Ranked(Nick.trusted("Bob"), null, Rank.HALFOP, true),
        new Ranked(Nick.trusted("Carol"), AccountName.trusted("carol"), Rank.FOUNDER, false));
  }
}
