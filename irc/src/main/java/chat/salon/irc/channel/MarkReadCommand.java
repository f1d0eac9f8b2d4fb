package chat.salon.irc.channel;

import chat.salon.core.ConversationId;
import chat.salon.core.Pair;
import chat.salon.core.Stamps;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.ReadMarkerLine;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// MARKREAD: says how far one has read a conversation, or asks (IRCv3 draft/read-marker).
final class MarkReadCommand implements Command {
  private static final String TIMESTAMP = "timestamp=";

  @Override
  public Spec spec() {
    return new Spec(
            "MARKREAD",
            0,
            "MARKREAD <target> [timestamp=<time>]: says how far you have read, or asks.")
        .from("IRCv3 draft read-marker");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var target = line.param(0);
    if (target.isEmpty()) {
      return Reply.of(session.fail("NEED_MORE_PARAMS", "Missing parameters"));
    }
    var until = Optional.<Instant>empty();
    if (line.size() > 1) {
      until = time(line.param(1));
      if (until.isEmpty()) {
        return invalid(session, line.param(1), "Invalid timestamp");
      }
    }
    var where = where(session, target);
    if (where.isEmpty()) {
      return invalid(session, target, "Invalid target");
    }
    return answer(session, where.get(), target, until);
  }

  private static Reply answer(
      IrcSession session, ConversationId<?> where, String target, Optional<Instant> until) {
    session.upToDate();
    return session.apart(() -> {
      var refusal = session.salon().history().refusalToRead(session.actor(), where);
      if (refusal.isPresent()) {
        return until.isEmpty() // where one may not look there is nothing that one has read
            ? Reply.of(ReadMarkerLine.of(session.serverName(), target, 0))
            : invalid(session, target, Numerics.text(refusal.get()));
      }
      until.ifPresent(moment -> early(session, where, moment));
      var reading = session.salon().reading();
      var presence = session.presence();
      long marker =
          until.isEmpty()
              ? reading.marker(presence, where)
              : reading.mark(presence, session, where, target, last(until.get()));
      return Reply.of(line(session, where, target, marker));
    });
  }

  // Of what was before all that has an id, only who is here remembers.
  private static void early(IrcSession session, ConversationId<?> where, Instant moment) {
    if (last(moment) == 0 || Stamps.at(moment) == 0) {
      session.presence().early(where, moment, session.salon().limits().channelsPerPerson());
    }
  }

  /// How far somebody has read a conversation, as they are told.
  static Line line(IrcSession session, ConversationId<?> where, String target, long marker) {
    var early = session.presence().early(where);
    return marker == 0 && early.isPresent()
        ? ReadMarkerLine.of(session.serverName(), target, early.get())
        : ReadMarkerLine.of(session.serverName(), target, marker);
  }

  // All that happened in this millisecond.
  private static long last(Instant time) {
    return Stamps.at(time) == 0 ? 0 : Math.max(0, Stamps.at(time.plusMillis(1)) - 1);
  }

  private static Optional<Instant> time(String text) {
    try {
      return text.startsWith(TIMESTAMP)
          ? Optional.of(Instant.parse(text.substring(TIMESTAMP.length())))
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<ConversationId<?>> where(IrcSession session, String target) {
    var salon = session.salon();
    if (target.startsWith("#")) {
      return salon.channelName(target).map(name -> name);
    }
    return salon
        .nick(target)
        .map(nick -> Pair.of(Pair.party(session.person()), salon.people().party(nick)));
  }

  private static Reply invalid(IrcSession session, String what, String why) {
    return Reply.of(session.fail("INVALID_PARAMS", Words.named(what), why));
  }
}
