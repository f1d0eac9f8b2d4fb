package chat.salon.irc.staff;

import chat.salon.core.Person;
import chat.salon.core.protect.Privilege;
import chat.salon.core.protect.ServerBan.Kind;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.irc.query.Queries;
import chat.salon.wire.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// STATS: what the server counts and keeps. `u` and `p` are for everybody, the rest for staff.
final class StatsCommand implements Command {
  private static final String FOR_EVERYBODY = "up";

  @Override
  public Spec spec() {
    return new Spec(
            "STATS",
            0,
            "STATS <letter> [<server>]: u since when the server runs, p which operators are here; for"
                + " staff m how often commands were used, o who may become an operator, k bans by"
                + " mask, account and realname, d bans by address, f spam filters, l the connections"
                + " of this node.")
        .from("Modern IRC, STATS message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    if (line.param(0).isEmpty()) {
      return Reply.of(session.numeric("461", "STATS", "Not enough parameters"));
    }
    var refusal = Queries.refusal(session, line.param(1));
    if (refusal != null) {
      return Reply.of(refusal);
    }
    var letter = line.param(0).substring(0, 1);
    boolean isAllowed =
        FOR_EVERYBODY.contains(letter) || session.door().staff().may(session, Privilege.SEE);
    var end = session.numeric("219", Words.named(letter), "End of /STATS report");
    if (!isAllowed) {
      return Reply.of(
          session.numeric(
              "481", "Permission denied: STATS " + Words.named(letter) + " is for operators"),
          end);
    }
    return Reply.of(
            switch (letter) {
              case "u" -> List.of(uptime(session));
              case "p" -> here(session);
              case "o" -> operators(session);
              case "m" -> commands(session);
              case "k" -> bans(session, "216", "K", EnumSet.complementOf(EnumSet.of(Kind.ADDRESS)));
              case "d" -> bans(session, "225", "D", EnumSet.of(Kind.ADDRESS));
              case "f" -> filters(session);
              case "l" -> connections(session);
              default -> List.of();
            })
        .and(end);
  }

  private static Line uptime(IrcSession session) {
    var up = Duration.between(session.door().info().started(), session.door().now());
    return session.numeric(
        "242",
        "Server Up %d days %d:%02d:%02d"
            .formatted(up.toDays(), up.toHoursPart(), up.toMinutesPart(), up.toSecondsPart()));
  }

  private static List<Line> here(IrcSession session) {
    session.upToDate();
    return session.salon().people().directory().everybody().stream()
        .filter(person -> person.standing().oper())
        .sorted(Comparator.comparing(person -> person.nick().folded()))
        .map(person -> session.numeric("249", "p", shown(person)))
        .toList();
  }

  private static String shown(Person person) {
    return person.nick()
        + " ("
        + person.user()
        + "@"
        + person.host()
        + ")"
        + (person.isAway() ? " is away" : "");
  }

  private static List<Line> operators(IrcSession session) {
    return session.door().staff().settings().operators().stream()
        .map(one -> session.numeric("243", "O", "*@*", "*", one.name(), one.operatorClass()))
        .toList();
  }

  private static List<Line> commands(IrcSession session) {
    return session.door().usage().counts().entrySet().stream()
        .map(entry -> session.numeric("212", entry.getKey(), entry.getValue().toString()))
        .toList();
  }

  private static List<Line> bans(IrcSession session, String code, String type, Set<Kind> kinds) {
    return BanWork.bans(session, kinds).stream()
        .map(ban ->
            session.numeric(
                code, type, Words.named(ban.shown().replace(' ', '_')), BanWork.shown(ban)))
        .toList();
  }

  private static List<Line> filters(IrcSession session) {
    return session.salon().protection().rules().filters().stream()
        .map(filter -> session.numeric("229", "F", SpamfilterCommand.shown(filter)))
        .toList();
  }

  // What each has sent and been sent is counted for the node only: 211 (RPL_STATSLINKINFO) has
  // nothing but zeroes there.
  private static List<Line> connections(IrcSession session) {
    var lines = new ArrayList<Line>();
    session.upToDate();
    var people = session.salon().people();
    for (var person : people.directory().everybody()) {
      var presence = people.presence(person.id());
      if (presence.isPresent()) {
        long open =
            Math.max(0, Duration.between(presence.get().since(), session.door().now()).toSeconds());
        for (var each : presence.get().sessions()) {
          lines.add(
              session.numeric(
                  "211",
                  person.nick() + "[" + each.address() + "]",
                  "0",
                  "0",
                  "0",
                  "0",
                  "0",
                  String.valueOf(open)));
        }
      }
    }
    lines.sort(Comparator.comparing(each -> each.param(1)));
    return lines;
  }
}
