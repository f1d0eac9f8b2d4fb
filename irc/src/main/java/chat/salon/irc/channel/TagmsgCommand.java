package chat.salon.irc.channel;

import chat.salon.core.Event.Said.Form;
import chat.salon.irc.Cap;
import chat.salon.irc.Checks;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Speech;
import chat.salon.wire.Line;
import java.util.List;

/// TAGMSG: says something by tags alone (IRCv3 message-tags).
final class TagmsgCommand implements Speech {
  @Override
  public Spec spec() {
    return new Spec("TAGMSG", 0, "TAGMSG <target>{,<target>}: sends client-only tags alone.")
        .from("IRCv3 message-tags");
  }

  @Override
  public List<Pending> begin(IrcSession session, Line line) {
    return session.has(Cap.MESSAGE_TAGS)
        ? Utterance.begin(session, line, Form.TAGS)
        : List.of(Pending.of(Reply.of(Checks.unknown(session, line))));
  }
}
