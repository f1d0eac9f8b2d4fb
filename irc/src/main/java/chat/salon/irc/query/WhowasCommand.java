package chat.salon.irc.query;

import chat.salon.core.Mask;
import chat.salon.core.Whowas.Past;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// WHOWAS: who used a nick lately.
final class WhowasCommand implements Command {
  private static final int MOST = 50;

  @Override
  public Spec spec() {
    return new Spec("WHOWAS", 0, "WHOWAS <nick>{,<nick>} [<count>]: who used nicks lately.")
        .from("Modern IRC, WHOWAS message; masks as in RFC 2812");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    if (line.param(0).isEmpty()) {
      return Reply.of(session.numeric("431", "No nickname given"));
    }
    session.upToDate();
    int count = count(line.param(1));
    var found = new ArrayList<Past>();
    var lines = new ArrayList<Line>();
    for (var asked : targets(session, line)) {
      var pasts = of(session, asked, count);
      found.addAll(pasts);
      if (pasts.isEmpty()) {
        lines.add(session.numeric("406", Words.named(asked), "There was no such nickname"));
      }
    }
    found.sort(Comparator.comparing(Past::until).reversed());
    for (var past : found) {
      var person = past.person();
      var nick = person.nick().shown();
      lines.add(session.numeric("314", nick, person.user(), person.host(), "*", person.realname()));
      lines.add(session.numeric("312", nick, session.serverName(), Words.date(past.until())));
    }
    lines.add(session.numeric("369", Words.named(line.param(0)), "End of WHOWAS"));
    return Reply.of(lines);
  }

  private static List<String> targets(IrcSession session, Line line) {
    return Arrays.stream(line.param(0).split(","))
        .filter(asked -> !asked.isEmpty())
        .distinct()
        .limit(session.settings().maxTargets())
        .toList();
  }

  private static List<Past> of(IrcSession session, String asked, int count) {
    var whowas = session.salon().people().whowas();
    return isPattern(asked)
        ? whowas.like(asked, count)
        : session.salon().nick(asked).map(nick -> whowas.of(nick, count)).orElse(List.of());
  }

  private static boolean isPattern(String asked) {
    return (asked.indexOf('*') >= 0 || asked.indexOf('?') >= 0) && Mask.isMask(asked);
  }

  // Anything but a positive number asks for all.
  private static int count(String text) {
    try {
      int count = Integer.parseInt(text);
      return count > 0 ? Math.min(count, MOST) : MOST;
    } catch (NumberFormatException _) {
      return MOST;
    }
  }
}
