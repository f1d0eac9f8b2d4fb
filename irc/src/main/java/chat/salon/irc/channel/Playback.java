package chat.salon.irc.channel;

import chat.salon.core.ConversationId;
import chat.salon.core.Stamps;
import chat.salon.core.StoreException;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Service;
import chat.salon.irc.Voice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// `*playback`: plays what was said, as the playback module of ZNC does (capability
/// znc.in/playback).
public final class Playback implements Service {
  private static final String NAME = "*playback";
  private static final String ALL = "*";
  private static final String PLAY =
      "PLAY <target>{,<target>}|* [from] [to]: plays what was said, in seconds since 1970.";
  private static final String LIST =
      "LIST [<target>{,<target>}|*]: tells where something was said, and when first and last.";
  private static final String CLEAR =
      "CLEAR <target>{,<target>}|*: does nothing, for history is kept by the server.";
  private static final int MILLIS = 3;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Plays what was said while you were away (znc.in/playback)";
  }

  @Override
  public Reply said(IrcSession session, String text) {
    var voice = new Voice(session, NAME);
    var words = Arrays.stream(text.split(" +")).filter(word -> !word.isEmpty()).toList();
    var first = words.isEmpty() ? "HELP" : words.getFirst().toUpperCase(Locale.ROOT);
    session.upToDate();
    try {
      return switch (first) {
        case "PLAY" -> play(session, voice, words);
        case "LIST" -> list(session, voice, words);
        case "CLEAR" ->
            words.size() == 2
                ? voice.says("What was said is kept by the server: nothing was cleared")
                : voice.says("Something is missing: " + CLEAR);
        default -> voice.says(PLAY, LIST, CLEAR);
      };
    } catch (StoreException _) {
      return voice.says("History cannot be read at this moment: try again");
    }
  }

  private static Reply play(IrcSession session, Voice voice, List<String> words) {
    if (words.size() < 2 || words.size() > 4) {
      return voice.says("Something is missing or too much: " + PLAY);
    }
    var from = words.size() > 2 ? id(words.get(2)) : Optional.of(1L);
    var to = words.size() > 3 ? id(words.get(3)) : Optional.of(Long.MAX_VALUE);
    if (from.isEmpty() || to.isEmpty()) {
      return voice.says("That is no time: " + PLAY);
    }
    int most = session.door().bouncer().settings().playbackLines();
    if (words.get(1).equals(ALL)) {
      var replies =
          session.apart(
              () -> Missed.replies(session, Math.max(1, from.get()), to.get(), most).toList());
      session.send(replies.stream().flatMap(reply -> reply.lines().stream()).iterator());
      return Reply.NONE;
    }
    var shown = new ShownHistory(session);
    for (var where : places(session, words.get(1))) {
      var reply =
          session.apart(
              () -> Missed.reply(session, shown, where, Math.max(1, from.get()), to.get(), most));
      session.send(reply.lines().iterator());
    }
    return Reply.NONE;
  }

  private static List<ConversationId<?>> places(IrcSession session, String targets) {
    var places = new ArrayList<ConversationId<?>>();
    for (var target : CommaList.of(targets)) {
      Addressed.conversation(session, target).ifPresent(places::add);
    }
    return places;
  }

  // Of each the newest that may be played at once, the first and the last of them.
  private static Reply list(IrcSession session, Voice voice, List<String> words) {
    int most = session.door().bouncer().settings().playbackLines();
    var isAll = words.size() < 2 || words.get(1).equals(ALL);
    var shown = new ShownHistory(session);
    var texts =
        session.apart(() -> {
          var places = isAll ? Missed.places(session, 1, most) : places(session, words.get(1));
          return places.stream()
              .flatMap(where -> {
                var events = Missed.events(session, shown, where, 1, Long.MAX_VALUE, most);
                return events.isEmpty()
                    ? Stream.<String>empty()
                    : Stream.of(
                        Missed.target(session, where)
                            + ' '
                            + seconds(events.getFirst().stamp().time())
                            + ' '
                            + seconds(events.getLast().stamp().time()));
              })
              .toList();
        });
    return voice.says(texts.isEmpty() ? List.of("Nothing was said yet") : texts);
  }

  private static String seconds(Instant time) {
    return BigDecimal.valueOf(time.toEpochMilli(), MILLIS).toPlainString();
  }

  // The least id of a moment that is told in seconds with a fraction.
  private static Optional<Long> id(String seconds) {
    try {
      var millis = new BigDecimal(seconds).movePointRight(MILLIS).setScale(0, RoundingMode.HALF_UP);
      return millis.signum() < 0
          ? Optional.empty()
          : Optional.of(Stamps.at(Instant.ofEpochMilli(millis.longValueExact())));
    } catch (ArithmeticException | NumberFormatException _) {
      return Optional.empty();
    }
  }
}
