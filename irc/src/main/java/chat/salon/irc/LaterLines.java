package chat.salon.irc;

import chat.salon.core.Event.Edited;
import chat.salon.core.Event.Later;
import chat.salon.core.Event.Pinned;
import chat.salon.core.Event.Previewed;
import chat.salon.core.Event.Reacted;
import chat.salon.core.Event.Redacted;
import chat.salon.core.ReplyTag;
import chat.salon.wire.Line;
import java.util.List;

/// How that something became of a message looks as IRC lines. Pure.
public final class LaterLines {
  /// Before the new text of a message, for clients that know nothing of editing.
  public static final String EDITED = "[edited] ";

  /// The client tag of a message that is the new text of another.
  public static final String EDIT_TAG = "+draft/edit";

  /// The client tag of a reaction (IRCv3 client-tags/react).
  public static final String REACT_TAG = "+draft/react";

  /// The client tag that takes a reaction back.
  public static final String UNREACT_TAG = "+draft/unreact";

  private LaterLines() {}

  static List<Line> of(Later later, Reader reader) {
    return switch (later) {
      case Edited edited -> edited(edited, reader);
      case Redacted redacted ->
          reader.has(Cap.MESSAGE_REDACTION) ? redacted(redacted, reader) : List.of();
      case Pinned _ -> List.of(); // no tag says it; ChanServ PINS lists them
      case Previewed _ -> List.of(); // clients of IRC look at links as they like
      case Reacted reacted -> reader.has(Cap.MESSAGE_TAGS) ? reacted(reacted, reader) : List.of();
    };
  }

  private static List<Line> edited(Edited edited, Reader reader) {
    var about = edited.about();
    var line = tagged(edited, reader, "PRIVMSG", about.target(), EDITED + edited.text());
    return List.of(
        reader.has(Cap.MESSAGE_TAGS) ? answering(edited, line, EDIT_TAG, about.msgid()) : line);
  }

  // https://ircv3.net/specs/extensions/message-redaction
  private static List<Line> redacted(Redacted redacted, Reader reader) {
    var target = redacted.about().target();
    var msgid = redacted.about().msgid();
    return List.of(
        redacted.reason().isEmpty()
            ? tagged(redacted, reader, "REDACT", target, msgid)
            : tagged(redacted, reader, "REDACT", target, msgid, redacted.reason()));
  }

  private static List<Line> reacted(Reacted reacted, Reader reader) {
    var line = tagged(reacted, reader, "TAGMSG", reacted.about().target());
    var tag = reacted.on() ? REACT_TAG : UNREACT_TAG;
    return List.of(answering(reacted, line, tag, reacted.reaction()));
  }

  private static Line answering(Later later, Line line, String tag, String value) {
    var answering = line.with(tag, value);
    for (var reply : ReplyTag.of(later.about().id()).entrySet()) {
      answering = answering.with(reply.getKey(), reply.getValue());
    }
    return answering;
  }

  private static Line tagged(Later later, Reader reader, String command, String... params) {
    var line = Line.of(later.by().mask(), command, params);
    return EventLines.tagged(later.stamp(), later.by(), reader, line).getFirst();
  }
}
