package chat.salon.irc.login;

import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// AUTHENTICATE: logs in by SASL.
final class AuthenticateCommand implements Command {
  @Override
  public Spec spec() {
    return Spec.always(
            "AUTHENTICATE", 1, "AUTHENTICATE <mechanism>|<data>|*: logs in by SASL, or gives up.")
        .from("IRCv3 SASL 3.2");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    return session.sasl().hear(line.param(0));
  }
}
