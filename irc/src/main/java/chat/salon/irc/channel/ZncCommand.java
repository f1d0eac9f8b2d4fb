package chat.salon.irc.channel;

import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// ZNC: talks to a module of a bouncer, as clients that know znc.in/playback do. Salon has one of
/// these modules, [Playback].
final class ZncCommand implements Command {
  private static final String MODULE = "*";

  @Override
  public Spec spec() {
    return new Spec("ZNC", 1, "ZNC *playback <command>: the same as PRIVMSG *playback :<command>.")
        .from("ZNC and Ergo, talking to modules");
  }

  // The words may be parameters of their own, or all in the last of them.
  @Override
  public Reply run(IrcSession session, Line line) {
    var module = line.param(0);
    var words = String.join(" ", line.params().subList(1, line.size()));
    return session
        .door()
        .services()
        .find(module)
        .filter(_ -> module.startsWith(MODULE))
        .map(found -> found.said(session, words))
        .orElseGet(() -> session.refuse(new NoSuchNick(module)));
  }
}
