package chat.salon.irc.query;

import chat.salon.core.Person;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Sight;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import java.util.ArrayList;

/// USERHOST: the user and host of up to five people, and whether they are away.
final class UserhostCommand implements Command {
  private static final int MOST = 5;

  @Override
  public Spec spec() {
    return new Spec("USERHOST", 1, "USERHOST <nick> ...: user and host of up to five people.")
        .from("Modern IRC, USERHOST message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var found = new ArrayList<String>();
    line.params().stream()
        .limit(MOST)
        .forEach(
            nick -> Sight.find(session, nick).map(UserhostCommand::shown).ifPresent(found::add));
    return Reply.of(session.numeric("302", String.join(" ", found)));
  }

  private static String shown(Person person) {
    return person.nick().shown()
        + (person.standing().oper() ? "*" : "")
        + '='
        + (person.isAway() ? '-' : '+')
        + person.user()
        + '@'
        + person.host();
  }
}
