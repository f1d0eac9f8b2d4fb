package chat.salon.irc.query;

import chat.salon.core.Bonded;
import chat.salon.core.Nick;
import chat.salon.core.account.Friendships.Bond;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Monitored;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// MONITOR: who of some people comes and goes (IRCv3 Monitor). The list begins with one's friends.
final class MonitorCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "MONITOR",
            1,
            "MONITOR <+|-> <nick>[,...], MONITOR C|L|S: be told when people come and go; clear, list, or"
                + " ask now.")
        .from("IRCv3 monitor and extended-monitor");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    session.upToDate();
    var list = session.monitored();
    if (list.isNew()) {
      list.begin(friends(session));
    }
    var named = line.params().size() < 2 ? "" : line.param(1);
    return switch (line.param(0)) {
      case "+" -> add(session, list, named);
      case "-" -> {
        nicks(session, named).forEach(list::remove);
        yield Reply.NONE;
      }
      case "C", "c" -> {
        list.clear();
        yield Reply.NONE;
      }
      case "L", "l" ->
          Reply.of(list.lines("732", list.all().stream().map(Nick::shown).toList()))
              .and(session.numeric("733", "End of MONITOR list"));
      case "S", "s" -> Reply.of(list.status(list.all()));
      default -> Reply.NONE;
    };
  }

  private static List<Nick> friends(IrcSession session) {
    var own = session.accountName();
    return own == null
        ? List.of()
        : session.apart(() -> session.salon().friends().all(own)).stream()
            .filter(one -> one.bond() == Bond.FRIENDS)
            .map(Bonded::other)
            .map(friend -> Nick.trusted(friend.shown()))
            .toList();
  }

  private static Reply add(IrcSession session, Monitored list, String named) {
    var added = new ArrayList<Nick>();
    var refused = new ArrayList<String>();
    for (var nick : nicks(session, named)) {
      if (list.add(nick)) {
        added.add(nick);
      } else {
        refused.add(nick.shown());
      }
    }
    var reply = Reply.of(list.status(added));
    return refused.isEmpty()
        ? reply
        : reply.and(
            session.numeric(
                "734",
                String.valueOf(list.most()),
                String.join(",", refused),
                "Monitor list is full"));
  }

  // What can be nobody's nick never comes.
  private static List<Nick> nicks(IrcSession session, String named) {
    return Arrays.stream(named.split(","))
        .flatMap(word -> session.salon().nick(word).stream())
        .distinct()
        .toList();
  }
}
