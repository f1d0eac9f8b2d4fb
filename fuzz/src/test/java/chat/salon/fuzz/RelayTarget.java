package chat.salon.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.ChannelName;
import chat.salon.core.Event;
import chat.salon.core.Event.Said;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Ranks;
import chat.salon.core.Stamp;
import chat.salon.irc.Caps;
import chat.salon.irc.EventLines;
import chat.salon.irc.Reader;
import chat.salon.wire.Line;
import chat.salon.wire.LineSplitter;
import chat.salon.wire.Parsed;
import chat.salon.wire.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a client sends, any bytes, as others are shown it: one message is one line at most to
/// everybody, with the words that were said.
public final class RelayTarget {
  private static final int LINE_BYTES = 512;
  private static final ChannelName TEA = ChannelName.trusted("#tea");
  private static final Stamp STAMP = new Stamp(1L << 40, 1);
  private static final Person BOB = person("Bob");
  private static final List<Reader> READERS =
      List.of(
          new Reader(new Caps(0), PersonId.NONE, "one.example"),
          new Reader(new Caps(-1L), PersonId.NONE, "one.example"));

  private RelayTarget() {}

  /// Before the clock runs.
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("@+a=b PRIVMSG #tea :hi\r\n".getBytes(UTF_8));
  }

  public static void fuzzerTestOneInput(byte[] input) {
    LineSplitter.ofClient()
        .feed(
            input,
            0,
            input.length,
            parsed -> {
              if (parsed instanceof Parsed.Ok(var line) && line.size() > 0) relay(line);
            });
  }

  private static void relay(Line line) {
    var text = line.params().getLast();
    for (var reader : READERS) {
      var said = said(line, text);
      boolean isFor = said.form() != Form.TAGS || reader.caps().bits() != 0;
      shown(said, reader, isFor ? 1 : 0, said.form() == Form.TAGS ? null : text);
      var carol = person(text);
      shown(new Event.TopicSet(STAMP, TEA, BOB, text), reader, 1, text);
      shown(new Event.Left(STAMP, TEA, BOB, text), reader, 1, text.isEmpty() ? null : text);
      shown(new Event.Kicked(STAMP, TEA, BOB, carol, text), reader, 1, text);
      shown(new Event.Quit(STAMP, TEA, BOB, text, new Event.Fact(1, 1)), reader, 1, text);
      shown(new Event.Joined(STAMP, TEA, carol, Ranks.NONE, Set.of(0)), reader, 1, null);
    }
  }

  private static Said said(Line line, String text) {
    var form =
        switch (line.command()) {
          case "TAGMSG" -> Form.TAGS;
          case "NOTICE" -> Form.NOTICE;
          default -> Form.MESSAGE;
        };
    return new Said(STAMP, TEA, BOB, form, "#tea", null, text, tags(line.tags()), null);
  }

  private static Map<String, String> tags(Tags tags) {
    var inOrder = new LinkedHashMap<String, String>();
    tags.clientOnly().entries().forEach(tag -> inOrder.put(tag.getKey(), tag.getValue()));
    return inOrder;
  }

  private static void shown(Event event, Reader reader, int most, String text) {
    var lines = EventLines.of(event, reader);
    Check.same(most, lines.size(), "lines of one event");
    for (var line : lines) {
      var back = Check.readBack(line.bytes(LINE_BYTES));
      Check.same(line.command(), back.command(), "command");
      Check.same(line.tags(), back.tags(), "tags");
      Check.that(back.bodySize() <= LINE_BYTES, "too long");
      if (text == null) continue;
      Check.that(text.startsWith(back.params().getLast()), "other words");
      if (line.bodySize() <= LINE_BYTES) Check.same(text, back.params().getLast(), "words");
    }
  }

  private static Person person(String realname) {
    var nick = Nick.trusted("bob");
    return new Person(
        new PersonId(7), nick, "~b", "bob.host", realname, null, null, Person.Standing.PLAIN);
  }
}
