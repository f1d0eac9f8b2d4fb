package chat.salon.irc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.AccountName;
import chat.salon.core.Aftermath;
import chat.salon.core.ChannelName;
import chat.salon.core.Event;
import chat.salon.core.Event.About;
import chat.salon.core.Event.Attached;
import chat.salon.core.Event.Detached;
import chat.salon.core.Event.Edited;
import chat.salon.core.Event.Fact;
import chat.salon.core.Event.Invited;
import chat.salon.core.Event.Joined;
import chat.salon.core.Event.Kicked;
import chat.salon.core.Event.Left;
import chat.salon.core.Event.ModesChanged;
import chat.salon.core.Event.PersonChanged;
import chat.salon.core.Event.Quit;
import chat.salon.core.Event.Reacted;
import chat.salon.core.Event.Redacted;
import chat.salon.core.Event.Returned;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Event.Split;
import chat.salon.core.Event.TopicSet;
import chat.salon.core.Flag;
import chat.salon.core.ListKind;
import chat.salon.core.Mask;
import chat.salon.core.ModeChange;
import chat.salon.core.ModeChange.Flagged;
import chat.salon.core.ModeChange.Keyed;
import chat.salon.core.ModeChange.Limited;
import chat.salon.core.ModeChange.Listed;
import chat.salon.core.ModeChange.Ranked;
import chat.salon.core.Nick;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;
import chat.salon.core.Rank;
import chat.salon.core.Ranks;
import chat.salon.core.Stamp;
import chat.salon.wire.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// How every event looks with every capability: compared with `event-lines.txt`, which people read.
final class EventLinesTest {
  private static final ChannelName TEA = ChannelName.trusted("#tea");
  private static final Person AWAY = Cast.ALICE.withAway("asleep");
  private static final String SERVER = "one.example";
  private static final Fact FACT = new Fact(1, 1);

  @Test
  void every_event_looks_as_it_should_with_every_capability() throws IOException {
    var text = new StringBuilder();
    events()
        .forEach((name, event) -> {
          text.append("# ").append(name).append('\n');
          append(text, event);
          text.append('\n');
        });
    try (var golden = EventLinesTest.class.getResourceAsStream("event-lines.txt")) {
      var expected = golden == null ? "" : new String(golden.readAllBytes(), UTF_8);
      assertThat(text.toString()).isEqualTo(expected);
    }
  }

  @Test
  void no_two_lines_of_an_event_have_the_same_msgid() {
    events()
        .forEach((name, event) -> {
          var msgids = new HashSet<String>();
          for (var line : EventLines.of(event, Reader.other(all(), SERVER))) {
            var msgid = line.tags().get("msgid");
            assertThat(msgid == null || msgids.add(msgid)).as(name).isTrue();
          }
        });
  }

  @Test
  void nobody_is_told_of_their_own_absence() {
    for (var event : events().values()) {
      assertThat(EventLines.of(event, new Reader(all(), Cast.ALICE.id(), SERVER)))
          .extracting(Line::command)
          .doesNotContain("AWAY");
    }
  }

  @Test
  void who_is_asked_in_sees_it_without_a_capability() {
    var invited = new Invited(Cast.passing(0), TEA, Cast.ALICE, Cast.BOB);
    assertThat(EventLines.of(invited, new Reader(Caps.NONE, Cast.BOB.id(), SERVER)))
        .extracting(Line::toString)
        .containsExactly(":Alice!~a@alice.host INVITE bob #tea");
    assertThat(EventLines.of(invited, Reader.other(Caps.NONE, SERVER))).isEmpty();
  }

  @Test
  void a_long_mode_change_is_told_in_lines_that_fit() {
    var changes = new ArrayList<ModeChange>();
    for (int i = 0; i < 30; i++) {
      changes.add(new Listed(ListKind.BAN, Mask.of("somebody-" + i + "!*@an.example.org"), true));
    }
    var lines =
        EventLines.of(
            new ModesChanged(Cast.kept(0), TEA, Cast.ALICE, changes),
            Reader.other(Caps.NONE, SERVER));
    assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> line.bodySize() <= 512);
    assertThat(lines.stream().mapToInt(line -> line.size() - 2).sum()).isEqualTo(30);
  }

  private static Map<String, Event> events() {
    var events = new LinkedHashMap<String, Event>();
    var tags = Map.of("+draft/reply", "x");
    var stamp = Cast.kept(1);
    events.put("Said in a channel", said(stamp, Form.MESSAGE, "#tea", "hello", Map.of()));
    events.put("Said with tags", said(stamp, Form.NOTICE, "@#tea", "hello", tags));
    events.put("Said by tags", said(stamp, Form.TAGS, "#tea", "", tags));
    var deleted = said(stamp, Form.MESSAGE, "#tea", "", Map.of()).with("", Aftermath.REDACTED);
    events.put("Said and deleted since", deleted);
    var about = new About(Cast.kept(0).id(), "@#tea", Rank.OP);
    events.put("Edited", new Edited(stamp, TEA, Cast.ALICE, about, "hello"));
    events.put("Redacted", new Redacted(stamp, TEA, Cast.ALICE, about, ""));
    events.put("Redacted for a reason", new Redacted(stamp, TEA, Cast.ALICE, about, "spam"));
    events.put("Reacted", new Reacted(stamp, TEA, Cast.ALICE, about, "+1 ;", true));
    events.put("Reacted no more", new Reacted(stamp, TEA, Cast.ALICE, about, "+1 ;", false));
    events.put("Typing", said(stamp.unkept(), Form.TAGS, "#tea", "", Map.of("+typing", "active")));
    events.put(
        "Said privately",
        new Said(
            stamp,
            Pair.of(Cast.ALICE, Cast.BOB),
            Cast.BOB,
            Form.MESSAGE,
            "Alice",
            Cast.ALICE.id(),
            "hello",
            Map.of(),
            null));
    events.put("Joined", new Joined(stamp, TEA, Cast.ALICE, Ranks.of(Rank.OP), Set.of(0)));
    events.put("Joined as a guest", new Joined(stamp, TEA, Cast.BOB, Ranks.NONE, Set.of(0)));
    events.put("Joined while away", new Joined(stamp, TEA, AWAY, Ranks.NONE, Set.of(0)));
    events.put("Attached", new Attached(stamp.unkept(), TEA, AWAY, 7, 0));
    events.put("Detached", new Detached(stamp.unkept(), TEA, Cast.ALICE, 0));
    events.put(
        "Split",
        new Split(
            stamp.unkept(), TEA, List.of(Cast.ALICE, Cast.BOB), "one.example", "two.example"));
    events.put(
        "Returned",
        new Returned(
            stamp.unkept(),
            TEA,
            List.of(
                new Joined(stamp, TEA, AWAY, Ranks.of(Rank.OP), Set.of(0)),
                new Joined(Cast.kept(2), TEA, Cast.BOB, Ranks.NONE, Set.of(0))),
            "one.example",
            "two.example"));
    events.put("Left", new Left(stamp, TEA, Cast.ALICE, ""));
    events.put("Left with a reason", new Left(stamp, TEA, Cast.ALICE, "tea is cold"));
    events.put("Kicked", new Kicked(stamp, TEA, Cast.ALICE, Cast.BOB, "Alice"));
    events.put("Quit", new Quit(stamp, TEA, Cast.ALICE, "Quit: bye", FACT));
    events.put("Topic set", new TopicSet(stamp, TEA, Cast.ALICE, "leaves only"));
    events.put("Topic taken away", new TopicSet(stamp, TEA, Cast.ALICE, ""));
    events.put(
        "Modes changed",
        new ModesChanged(
            stamp,
            TEA,
            Cast.ALICE,
            List.of(
                new Ranked(Nick.trusted("bob"), Rank.VOICE, true),
                new Flagged(Flag.MODERATED, true),
                new Keyed("oolong"),
                new Limited(10),
                new Listed(ListKind.BAN, Mask.of("carol"), false),
                new Flagged(Flag.SECRET, false))));
    events.put(
        "Modes taken away",
        new ModesChanged(stamp, TEA, Cast.ALICE, List.of(new Keyed(null), new Limited(0))));
    events.put(
        "A ban is over",
        new ModesChanged(
            stamp, TEA, Person.SERVER, List.of(new Listed(ListKind.BAN, Mask.of("carol"), false))));
    events.put("Invited", new Invited(stamp.unkept(), TEA, Cast.ALICE, Cast.BOB));
    events.put("Nick", changed(stamp, Cast.ALICE, Cast.ALICE.withNick(Nick.trusted("alice_"))));
    events.put("Away", changed(stamp.unkept(), Cast.ALICE, AWAY));
    events.put("Back", changed(stamp.unkept(), AWAY, Cast.ALICE));
    events.put(
        "Logged in",
        changed(stamp.unkept(), Cast.BOB, Cast.BOB.withAccount(AccountName.trusted("Bob"))));
    events.put("Logged out", changed(stamp.unkept(), Cast.ALICE, Cast.ALICE.withAccount(null)));
    events.put("Host", changed(stamp.unkept(), Cast.ALICE, Cast.ALICE.withHost("wonderland")));
    events.put("Name", changed(stamp.unkept(), Cast.ALICE, Cast.ALICE.called("Alice Hargreaves")));
    events.put("Everything at once", changed(stamp, Cast.ALICE, everythingElse()));
    events.put("Said by a bot", saidByBot(stamp));
    return events;
  }

  private static Person everythingElse() {
    return new Person(
        Cast.ALICE.id(),
        Nick.trusted("dinah"),
        "~d",
        "wonderland",
        "Dinah",
        AccountName.trusted("dinah"),
        "hunting",
        Standing.PLAIN);
  }

  private static Event saidByBot(Stamp stamp) {
    var bot = Cast.BOB.withStanding(Standing.PLAIN.withBot(true));
    return new Said(stamp, TEA, bot, Form.MESSAGE, "#tea", null, "beep", Map.of(), null);
  }

  private static Said said(
      Stamp stamp, Form form, String target, String text, Map<String, String> tags) {
    return new Said(stamp, TEA, Cast.ALICE, form, target, null, text, tags, null);
  }

  private static Event changed(Stamp stamp, Person before, Person after) {
    return new PersonChanged(stamp, TEA, before, after, FACT);
  }

  // Without capabilities, then with each that makes a difference, then with all.
  private static void append(StringBuilder text, Event event) {
    var plain = lines(event, Caps.NONE);
    append(text, "-", plain);
    for (var cap : Cap.values()) {
      var lines = lines(event, Caps.NONE.with(cap).shaping());
      if (!lines.equals(plain)) {
        append(text, cap.title(), lines);
      }
    }
    append(text, "all", lines(event, all()));
  }

  private static void append(StringBuilder text, String caps, List<String> lines) {
    text.append(caps).append('\n');
    lines.forEach(line -> text.append("    ").append(line).append('\n'));
  }

  private static List<String> lines(Event event, Caps caps) {
    return EventLines.of(event, new Reader(caps, PersonId.NONE, SERVER)).stream()
        .map(Line::toString)
        .toList();
  }

  private static Caps all() {
    var caps = Caps.NONE;
    for (var cap : Cap.values()) {
      caps = caps.with(cap);
    }
    return caps.shaping();
  }
}
