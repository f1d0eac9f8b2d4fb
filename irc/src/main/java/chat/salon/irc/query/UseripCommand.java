package chat.salon.irc.query;

import chat.salon.core.Person;
import chat.salon.core.Role;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Sight;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import java.util.ArrayList;

/// USERIP: the user and address of up to five people, 340 (RPL_USERIP). Addresses are for
/// themselves and administrators (security G3); of others the host is shown that stands for it.
final class UseripCommand implements Command {
  private static final int MOST = 5;

  @Override
  public Spec spec() {
    return new Spec("USERIP", 1, "USERIP <nick> ...: user and address of up to five people.")
        .from("USERIP, as most servers have it");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var found = new ArrayList<String>();
    line.params().stream()
        .limit(MOST)
        .forEach(nick ->
            Sight.find(session, nick).map(person -> shown(session, person)).ifPresent(found::add));
    return Reply.of(session.numeric("340", String.join(" ", found)));
  }

  private static String shown(IrcSession session, Person person) {
    return person.nick().shown()
        + (person.standing().oper() ? "*" : "")
        + '='
        + (person.isAway() ? '-' : '+')
        + person.user()
        + '@'
        + address(session, person);
  }

  private static String address(IrcSession session, Person person) {
    boolean isOwn = person.id().equals(session.presence().id());
    if (!isOwn && session.role() != Role.ADMINISTRATOR) {
      return person.host();
    }
    return session.apart(() -> session.salon().people().visits(person.id())).stream()
        .flatMap(visit -> visit.addresses().stream())
        .findFirst()
        .orElseGet(person::host);
  }
}
