package chat.salon.irc.login;

import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.Refusal.BadNick;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// NICK: takes a nick, or another one.
final class NickCommand implements Command {
  @Override
  public Spec spec() {
    return Spec.always("NICK", 0, "NICK <nick>: takes a nick.").from("Modern IRC, NICK message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    if (line.param(0).isEmpty()) {
      return Reply.of(session.numeric("431", "No nickname given"));
    }
    var nick = session.salon().nick(line.param(0));
    if (nick.isEmpty()) {
      return session.refuse(new BadNick(line.param(0)));
    }
    if (!session.isRegistered()) {
      session.registration().nick(nick.get());
      return session.registration().advance();
    }
    var outcome =
        session.awaiting(() ->
            session
                .salon()
                .people()
                .rename(session.presence(), session, session.label(), nick.get()));
    return switch (outcome) {
      case Done _ -> Reply.NONE;
      case Refused(var why) -> session.refuse(why);
    };
  }
}
