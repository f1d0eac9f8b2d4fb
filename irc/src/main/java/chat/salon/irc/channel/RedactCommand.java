package chat.salon.irc.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Event;
import chat.salon.core.Outcome;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.CannotSend;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.Refusal.NoSuchMessage;
import chat.salon.core.Refusal.NotAuthor;
import chat.salon.core.Refusal.NotChannelOperator;
import chat.salon.core.Refusal.NotOnChannel;
import chat.salon.core.Refusal.TooOld;
import chat.salon.core.Stamps;
import chat.salon.core.request.Redact;
import chat.salon.irc.Cap;
import chat.salon.irc.Checks;
import chat.salon.irc.Command;
import chat.salon.irc.EventLines;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reader;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import java.util.List;

/// REDACT: deletes a message (IRCv3 draft/message-redaction).
final class RedactCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("REDACT", 2, "REDACT <target> <msgid> [<reason>]: deletes a message.")
        .from("IRCv3 draft message-redaction");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    if (!session.has(Cap.MESSAGE_REDACTION)) {
      return Reply.of(Checks.unknown(session, line));
    }
    return Addressed.conversation(session, line.param(0))
        .map(where -> redact(session, where, line))
        .orElseGet(() -> invalidTarget(session, line));
  }

  private static Reply redact(IrcSession session, ConversationId<?> where, Line line) {
    var msgid = line.param(1);
    var target = Words.named(line.param(0));
    int most = session.salon().limits().kickLength();
    var reason = session.fit(line.param(2), most, "REDACT", target, Words.named(msgid));
    long message = Stamps.parseMsgid(msgid).orElse(0); // which is none
    return answer(session, session.ask(where, new Redact(message, reason)), line);
  }

  private static Reply answer(IrcSession session, Outcome outcome, Line line) {
    return switch (outcome) {
      case Done(var events, _) -> seenFromOutside(session, events);
      case Refused(var why) -> refused(session, why, line);
    };
  }

  private static Reply refused(IrcSession session, Refusal why, Line line) {
    var target = Words.named(line.param(0));
    var msgid = Words.named(line.param(1));
    return switch (why) {
      case NoSuchChannel _, NotOnChannel _ -> invalidTarget(session, line);
      case NoSuchMessage _ ->
          Reply.of(
              session.fail(
                  "UNKNOWN_MSGID", target, msgid, "There is no such message, or it was deleted"));
      case TooOld(_, var limit) ->
          Reply.of(
              session.fail(
                  "REDACT_WINDOW_EXPIRED",
                  target,
                  msgid,
                  String.valueOf(limit),
                  "You could delete this message for " + limit + " seconds: it is too old"));
      case NotAuthor _, NotChannelOperator _, CannotSend _ ->
          Reply.of(
              session.fail("REDACT_FORBIDDEN", target, msgid, "You may not delete this message"));
      default -> session.refuse(why);
    };
  }

  private static Reply invalidTarget(IrcSession session, Line line) {
    return Reply.of(
        session.fail(
            "INVALID_TARGET",
            Words.named(line.param(0)),
            "You cannot delete messages there: you are not in it"));
  }

  // Moderators of the server are told what those inside are.
  private static Reply seenFromOutside(IrcSession session, List<Event> events) {
    var me = session.person().id();
    boolean isOutside =
        !events.isEmpty()
            && events.getFirst().where() instanceof ChannelName name
            && session.salon().look(session.actor(), name).filter(c -> c.has(me)).isEmpty();
    if (!isOutside || !session.has(Cap.ECHO_MESSAGE)) {
      return Reply.NONE;
    }
    var reader = new Reader(session.caps().shaping(), me, session.serverName());
    return Reply.of(
        events.stream().flatMap(event -> EventLines.of(event, reader).stream()).toList());
  }
}
