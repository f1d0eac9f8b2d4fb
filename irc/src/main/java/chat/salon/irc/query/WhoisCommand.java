package chat.salon.irc.query;

import chat.salon.core.Metadata;
import chat.salon.core.Person;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.Role;
import chat.salon.core.Visit;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.MetadataLines;
import chat.salon.irc.OperatorEntry;
import chat.salon.irc.Reply;
import chat.salon.irc.Service;
import chat.salon.irc.Sight;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.irc.Words;
import chat.salon.wire.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// WHOIS: what is shown of one person. Their address is for themselves and administrators (security
/// G3), their channels for who may know of both.
final class WhoisCommand implements Command {
  // Of what people say of themselves (760), as the IRCv3 registry names it.
  private static final List<String> READABLE =
      List.of("avatar", "color", "display-name", "homepage", "pronouns", "status");

  @Override
  public Spec spec() {
    return new Spec("WHOIS", 0, "WHOIS [<server>] <nick>: what is known of somebody.")
        .from("Modern IRC, WHOIS message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var asked = line.param(line.size() > 1 ? 1 : 0);
    if (asked.isEmpty()) {
      return Reply.of(session.numeric("431", "No nickname given"));
    }
    if (line.size() > 1) {
      var refusal = ServerTarget.refusal(session, line.param(0));
      if (refusal != null) {
        return Reply.of(refusal);
      }
    }
    int comma = asked.indexOf(',');
    var nick = comma < 0 ? asked : asked.substring(0, comma);
    return about(session, nick)
        .and(session.numeric("318", Words.named(nick), "End of /WHOIS list."));
  }

  private static Reply about(IrcSession session, String nick) {
    var service = session.door().services().find(nick);
    if (service.isPresent()) {
      return about(session, service.get());
    }
    return Sight.find(session, nick)
        .map(person -> Reply.of(about(session, person)))
        .orElseGet(() -> session.refuse(new NoSuchNick(nick)));
  }

  private static Reply about(IrcSession session, Service service) {
    var name = service.name();
    return Reply.of(
        session.numeric("311", name, name, Voice.host(session), "*", service.description()),
        session.numeric("312", name, session.serverName(), session.door().info().description()),
        session.numeric("313", name, "is a service of this server"));
  }

  private static List<Line> about(IrcSession session, Person person) {
    var nick = person.nick().shown();
    var account = person.account();
    var lines = new ArrayList<Line>();
    lines.add(session.numeric("311", nick, person.user(), person.host(), "*", person.realname()));
    if (account != null && account.folded().equals(person.nick().folded())) {
      lines.add(session.numeric("307", nick, "has identified for this nick"));
    }
    lines.addAll(channels(session, person));
    var server = Servers.of(session, person).name();
    lines.add(session.numeric("312", nick, server, session.door().info().description()));
    var away = person.awayText();
    if (away != null) {
      lines.add(session.numeric("301", nick, away));
    }
    person
        .customStatus(session.door().now())
        .ifPresent(says -> lines.add(session.numeric("320", nick, says.text())));
    if (MetadataLines.isAware(session)) {
      lines.addAll(said(session, person));
    }
    if (person.standing().oper()) {
      var said =
          session
              .door()
              .staff()
              .raised(person)
              .map(OperatorEntry::whois)
              .filter(text -> !text.isEmpty())
              .orElse("is an IRC operator");
      lines.add(session.numeric("313", nick, said));
    }
    if (person.standing().bot()) {
      lines.add(session.numeric("335", nick, "is a bot on " + session.door().info().network()));
    }
    if (person.standing().secure()) {
      lines.add(session.numeric("671", nick, "is using a secure connection"));
    }
    lines.addAll(sessions(session, person));
    if (account != null) {
      lines.add(session.numeric("330", nick, account.shown(), "is logged in as"));
    }
    return lines;
  }

  private static List<Line> said(IrcSession session, Person person) {
    var metadata = Metadata.of(person, session.door().now());
    var lines = new ArrayList<Line>();
    for (var key : READABLE) {
      var value = metadata.get(key);
      if (value != null) {
        lines.add(session.numeric("760", person.nick().shown(), key, "*", value));
      }
    }
    return lines;
  }

  private static List<Line> sessions(IrcSession session, Person person) {
    var nick = person.nick().shown();
    var mask = person.user() + '@' + person.host();
    var visits = session.apart(() -> session.salon().people().visits(person.id()));
    var lines = new ArrayList<Line>();
    boolean isOwn = person.id().equals(session.presence().id());
    if (isOwn || session.role() == Role.ADMINISTRATOR) {
      visits.stream()
          .flatMap(visit -> visit.addresses().stream())
          .distinct()
          .forEach(address ->
              lines.add(
                  session.numeric(
                      "338", nick, mask, Words.address(address), "is actually using host")));
    }
    var since = visits.stream().map(Visit::since).min(Comparator.naturalOrder());
    var lastSpoke = visits.stream().map(Visit::lastSpoke).max(Comparator.naturalOrder());
    if (since.isPresent() && lastSpoke.isPresent()) { // or they have just gone
      var idle = Duration.between(lastSpoke.get(), session.door().now()).toSeconds();
      lines.add(
          session.numeric(
              "317",
              nick,
              String.valueOf(Math.max(0, idle)),
              String.valueOf(since.get().getEpochSecond()),
              "seconds idle, signon time"));
    }
    return lines;
  }

  private static List<Line> channels(IrcSession session, Person person) {
    var nick = person.nick().shown();
    var self = session.presence();
    boolean showsAll =
        !person.standing().invisible()
            || person.id().equals(self.id())
            || session.role() == Role.ADMINISTRATOR;
    var names =
        session.salon().channelsOf(session.actor(), person).stream()
            .filter(channel -> showsAll || channel.has(self.id()))
            .sorted(Comparator.comparing(channel -> channel.name().folded()))
            .map(channel ->
                WhoRow.prefixes(session, channel.ranks(person.id())) + channel.name().shown())
            .toList();
    return session.onLines(names, session.numeric("319", nick, "")).stream()
        .map(text -> session.numeric("319", nick, text))
        .toList();
  }
}
