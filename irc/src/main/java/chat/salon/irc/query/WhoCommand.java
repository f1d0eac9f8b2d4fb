package chat.salon.irc.query;

import chat.salon.core.ChannelName;
import chat.salon.core.Glob;
import chat.salon.core.Mask;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Ranks;
import chat.salon.core.request.Rights;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Sight;
import chat.salon.irc.Spec;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// WHO: the members of a channel, one person, or all whom a mask covers; with WHOX, the fields that
/// one asks for.
final class WhoCommand implements Command {

  @Override
  public Spec spec() {
    return new Spec("WHO", 0, "WHO <channel>|<nick>|<mask> [o][%<fields>[,<token>]]: lists people.")
        .from("Modern IRC, WHO message; IRCv3 WHOX");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    session.upToDate();
    var asked = line.param(0).isEmpty() ? "*" : line.param(0);
    var options = line.param(1);
    int percent = options.indexOf('%');
    boolean onlyStaff =
        options.substring(0, percent < 0 ? options.length() : percent).contains("o");
    var rows = rows(session, asked);
    var fields = WhoFields.parse(options);
    var lines = new ArrayList<Line>();
    for (var row : rows) {
      if (!onlyStaff || row.person().standing().oper()) {
        lines.add(fields.isEmpty() ? row.line(session) : row.line(session, fields.get()));
      }
    }
    if (rows.size() == session.settings().whoMatches() && rows.getFirst().channel() == null) {
      lines.add(session.numeric("416", "WHO", "Too many matches: only some are shown"));
    }
    lines.add(session.numeric("315", Words.named(asked), "End of WHO list"));
    return Reply.of(lines);
  }

  private static List<WhoRow> rows(IrcSession session, String asked) {
    var channel = session.salon().channelName(asked);
    if (channel.isPresent()) {
      return members(session, channel.get());
    }
    var exact = Sight.find(session, asked);
    return exact.isPresent() ? List.of(row(exact.get())) : covered(session, asked);
  }

  private static List<WhoRow> members(IrcSession session, ChannelName name) {
    var channel = session.look(name);
    var actor = session.actor();
    if (channel.isEmpty() || !Rights.mayFind(actor, channel.get())) {
      return List.of();
    }
    var known = channel.get().has(actor.id()) ? null : companions(session);
    return channel.get().members().stream()
        .filter(member -> channel.get().shows(member, actor.id()))
        .filter(member -> {
          var who = member.person();
          return known == null
              || (Rights.maySee(actor, who, known.contains(who.id())) && Sight.shows(session, who));
        })
        .map(member -> new WhoRow(member.person(), channel.get().name(), member.ranks()))
        .toList();
  }

  private static List<WhoRow> covered(IrcSession session, String asked) {
    var mask = asked.equals("0") ? "*" : asked;
    if (!Mask.isMask(mask)) {
      return List.of();
    }
    var actor = session.actor();
    var companions = companions(session);
    boolean isWhole = mask.indexOf('!') >= 0 || mask.indexOf('@') >= 0;
    var pattern = isWhole ? Mask.of(mask).pattern() : mask;
    return session.salon().people().directory().everybody().stream()
        .filter(person -> Glob.matches(pattern, isWhole ? person.mask() : person.nick().shown()))
        .filter(person -> Rights.maySee(actor, person, companions.contains(person.id())))
        .sorted(Comparator.comparing(Person::nick))
        .filter(person -> Sight.shows(session, person)) // of no more than are told
        .limit(session.settings().whoMatches())
        .map(WhoCommand::row)
        .toList();
  }

  // Those who share a channel with the one who asks.
  private static Set<PersonId> companions(IrcSession session) {
    var people = new HashSet<PersonId>();
    for (var name : session.presence().channels()) {
      session
          .look(name)
          .ifPresent(channel ->
              channel.members().stream()
                  .filter(member -> channel.shows(member, session.presence().id()))
                  .forEach(member -> people.add(member.person().id())));
    }
    return people;
  }

  private static WhoRow row(Person person) {
    return new WhoRow(person, null, Ranks.NONE);
  }
}
