package chat.salon.irc.staff;

import chat.salon.core.Person;
import chat.salon.core.protect.Privilege;
import chat.salon.core.protect.ServerBan;
import chat.salon.core.protect.ServerBan.Kind;
import chat.salon.core.protect.ServerBan.Target;
import chat.salon.irc.Command;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// UBAN: bans from the whole server by whatever is known: an account, a mask, an address or a
/// range, a realname.
final class UbanCommand implements Command {
  private static final String WANTED =
      "an account, nick!user@host, an address, a range, or realname:pattern";

  @Override
  public Spec spec() {
    return new Spec(
            "UBAN",
            1,
            "UBAN ADD <target> [DURATION <duration>] [<reason> [| <reason for staff>]]: bans from the"
                + " whole server. UBAN DEL <target>: lifts that. UBAN LIST: says who is banned."
                + " UBAN INFO <target or nick>: says what holds. A target is "
                + WANTED
                + ".")
        .needs(Privilege.BAN)
        .from("Ergo, UBAN");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var verb = line.param(0).toUpperCase(Locale.ROOT);
    if (verb.equals("LIST")) {
      return BanWork.list(session, Kind.OF_PEOPLE);
    }
    if (line.param(1).isEmpty()) {
      return Reply.of(session.numeric("461", "UBAN", "Not enough parameters"));
    }
    var target = ServerBan.target(line.param(1));
    if (verb.equals("INFO")) {
      return info(session, line.param(1), target);
    }
    if (target.isEmpty()) {
      return BanWork.unclear(session, line.param(1), WANTED);
    }
    return switch (verb) {
      case "ADD" -> add(session, target.get(), line);
      case "DEL" -> BanWork.lift(session, target.get());
      default ->
          Reply.of(
              session.standardReply(
                  "FAIL", "UBAN", "INVALID_PARAMS", "UBAN knows ADD, DEL, LIST and INFO"));
    };
  }

  private static Reply add(IrcSession session, Target target, Line line) {
    boolean hasDuration = line.param(2).equalsIgnoreCase("DURATION");
    return BanWork.ban(
        session, target, hasDuration ? line.param(3) : "", Deeds.rest(line, hasDuration ? 4 : 2));
  }

  private static Reply info(IrcSession session, String given, Optional<Target> target) {
    var lines = new ArrayList<Line>();
    var person = session.salon().nick(given).flatMap(session::find);
    person.ifPresent(who -> lines.addAll(about(session, who)));
    if (target.isPresent()) {
      var exact =
          BanWork.bans(session, EnumSet.of(target.get().kind())).stream()
              .filter(ban -> ban.mask().equals(target.get().mask()))
              .toList();
      exact.forEach(ban -> lines.add(Deeds.line(session, BanWork.shown(ban))));
      var ban =
          new ServerBan(
              0,
              target.get().kind(),
              target.get().mask(),
              "",
              null,
              "",
              session.door().now(),
              null);
      var covered = session.salon().protection().coveredBy(ban);
      lines.add(
          Deeds.line(
              session,
              ban.shown()
                  + (exact.isEmpty() ? " is not banned; " : " is banned; ")
                  + covered.size()
                  + " connected here match it"));
    } else if (person.isEmpty()) {
      return BanWork.unclear(session, given, WANTED + ", or a nick");
    }
    return Reply.of(lines);
  }

  private static List<Line> about(IrcSession session, Person who) {
    var visits = session.apart(() -> session.salon().people().visits(who.id()));
    var addresses =
        visits.stream().flatMap(visit -> visit.addresses().stream()).distinct().sorted().toList();
    return List.of(
        Deeds.line(
            session,
            who.mask()
                + " is connected from "
                + String.join(", ", addresses)
                + (who.account() == null ? ", without an account" : ", as " + who.account())));
  }
}
