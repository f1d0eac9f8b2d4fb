package chat.salon.irc.channel;

import chat.salon.core.Event.Said.Form;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Spec;
import chat.salon.irc.Speech;
import chat.salon.wire.Line;
import java.util.List;

/// NOTICE: says something that is never answered by a program.
final class NoticeCommand implements Speech {
  @Override
  public Spec spec() {
    return new Spec(
            "NOTICE",
            0,
            "NOTICE <target>{,<target>} :<text>: says something that is never answered by a program.")
        .from("Modern IRC, NOTICE message");
  }

  @Override
  public boolean onlyAsks(IrcSession session, Line line) {
    return Utterance.isForPeople(session, line);
  }

  @Override
  public List<Pending> begin(IrcSession session, Line line) {
    return Utterance.begin(session, line, Form.NOTICE);
  }
}
