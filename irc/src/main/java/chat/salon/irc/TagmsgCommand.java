package chat.salon.irc;

import chat.salon.core.Event.Said.Form;
import chat.salon.wire.Line;
import java.util.List;

/// TAGMSG: says something by tags alone (IRCv3 message-tags).
final class TagmsgCommand implements Speech {
  @Override
  public Spec spec() {
    return new Spec("TAGMSG", 0, "TAGMSG <target>{,<target>}: sends client-only tags alone.");
  }

  @Override
  public List<Pending> begin(IrcSession session, Line line) {
    return session.has(Cap.MESSAGE_TAGS)
        ? Utterance.begin(session, line, Form.TAGS)
        : List.of(Pending.of(Reply.of(Checks.unknown(session, line))));
  }
}
