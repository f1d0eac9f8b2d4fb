package chat.salon.irc.staff;

import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.Refusal.BadNick;
import chat.salon.core.Refusal.NickInUse;
import chat.salon.core.protect.Announcement.To;
import chat.salon.core.protect.Decree;
import chat.salon.core.protect.Privilege;
import chat.salon.irc.Command;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;

/// SANICK: gives somebody another nick.
final class SanickCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec("SANICK", 2, "SANICK <nick> <new nick>: gives somebody another nick.")
        .needs(Privilege.FORCE)
        .from("Ergo, SANICK");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    return Victim.person(
        session,
        line.param(0),
        person ->
            session
                .salon()
                .nick(line.param(1))
                .filter(nick -> session.door().services().find(nick.shown()).isEmpty())
                .map(nick -> rename(session, person, nick))
                .orElseGet(() -> session.refuse(new BadNick(line.param(1)))));
  }

  private static Reply rename(IrcSession session, Person person, Nick nick) {
    var holder = session.salon().people().directory().find(nick);
    if (holder.filter(other -> !other.id().equals(person.id())).isPresent()) {
      return session.refuse(new NickInUse(nick));
    }
    Deeds.note(session, Deeds.of(session, "sanick", person.mask(), "nick", nick.shown()));
    Deeds.tell(session, To.KILLS, "renamed " + person.nick() + " to " + nick);
    session.awaiting(() -> {
      session.salon().protection().decree(new Decree.Rename(person.id(), nick));
      return true;
    });
    return Reply.NONE;
  }
}
