package chat.salon.irc.channel;

import chat.salon.core.Event.Said.Form;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Spec;
import chat.salon.irc.Speech;
import chat.salon.wire.Line;
import java.util.List;

/// PRIVMSG: says something to people and channels.
final class PrivmsgCommand implements Speech {
  @Override
  public Spec spec() {
    return new Spec(
            "PRIVMSG",
            0,
            "PRIVMSG <target>{,<target>} :<text>: says something to people and channels.")
        .from("Modern IRC, PRIVMSG message");
  }

  @Override
  public boolean onlyAsks(IrcSession session, Line line) {
    return Utterance.isForPeople(session, line);
  }

  @Override
  public List<Pending> begin(IrcSession session, Line line) {
    return Utterance.begin(session, line, Form.MESSAGE);
  }
}
