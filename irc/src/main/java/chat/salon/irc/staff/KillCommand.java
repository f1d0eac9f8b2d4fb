package chat.salon.irc.staff;

import chat.salon.core.Person;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.Decree;
import chat.salon.core.protect.Privilege;
import chat.salon.irc.Command;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// KILL: ends all connections of somebody, on whichever node they are.
final class KillCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("KILL", 1, "KILL <nick> [<reason>]: ends somebody's connections.")
        .needs(Privilege.KILL)
        .from("Modern IRC, KILL message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    return session
        .salon()
        .nick(line.param(0))
        .flatMap(session::find)
        .map(person -> kill(session, person, line.param(1)))
        .orElseGet(() -> session.refuse(new NoSuchNick(line.param(0))));
  }

  private static Reply kill(IrcSession session, Person person, String given) {
    var limits = session.salon().limits();
    var why = session.fit(given.isEmpty() ? "No reason given" : given, limits.kickLength(), "QUIT");
    var reason = "Killed (" + session.nick() + " (" + why + "))";
    Deeds.note(session, Deeds.of(session, "kill", person.mask(), "reason", why));
    Deeds.tell(session, To.KILLS, "killed " + person.mask() + ": " + why);
    session.salon().protection().decree(new Decree.Kill(person.id(), reason));
    return Reply.NONE;
  }
}
