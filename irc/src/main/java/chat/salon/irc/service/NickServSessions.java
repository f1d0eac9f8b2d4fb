package chat.salon.irc.service;

import chat.salon.core.HangUp;
import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.core.Stamps;
import chat.salon.core.Visit.Connected;
import chat.salon.core.port.Topology;
import chat.salon.core.protect.Privilege;
import chat.salon.irc.Deeds;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.Voice;
import chat.salon.irc.Words;
import java.util.Comparator;
import java.util.List;

/// NickServ SESSIONS: by which connections somebody is here, on whichever node they are; and the
/// end of one of one's own.
final class NickServSessions implements ServiceCommand {
  private static final String END = "END";
  private static final int RADIX = 36;

  @Override
  public Spec spec() {
    return new Spec(
        "SESSIONS",
        0,
        "SESSIONS [END <session>]: tells by which connections you are here, or ends one of them.");
  }

  @Override
  public Reply run(IrcSession session, Voice voice, List<String> words) {
    if (words.size() == 2 && words.getFirst().equalsIgnoreCase(END)) {
      return end(session, voice, words.get(1));
    }
    if (words.isEmpty()) {
      return session.accountName() == null
          ? voice.says(Numerics.text(new NotLoggedIn()))
          : list(session, voice, session.person());
    }
    if (words.size() > 1) {
      return voice.says("That is not clear: " + spec().help());
    }
    if (!session.door().staff().may(session, Privilege.SEE)) {
      return voice.says("Of others' connections only staff are told");
    }
    var named = words.getFirst();
    return Nick.parse(named)
        .flatMap(session::find)
        .map(person -> {
          Deeds.note(session, Deeds.of(session, "see_sessions", person.mask()));
          return list(session, voice, person);
        })
        .orElseGet(() -> voice.says(Numerics.text(new NoSuchNick(named))));
  }

  private static List<Connected> connections(IrcSession session, Person person) {
    return session.apart(() -> session.salon().people().visits(person.id())).stream()
        .flatMap(visit -> visit.connections().stream())
        .sorted(Comparator.comparingLong(Connected::id))
        .toList();
  }

  private static Reply list(IrcSession session, Voice voice, Person person) {
    var all = connections(session, person);
    return voice.says(all.stream().map(one -> line(session, one)).toList());
  }

  private static String line(IrcSession session, Connected one) {
    return name(one)
        + " · "
        + (one.device().isEmpty() ? "no name" : Words.named(one.device()))
        + " · "
        + one.address()
        + " · since "
        + Words.date(Stamps.time(one.id()))
        + " · "
        + node(session, one)
        + (one.id() == session.id() ? " · this one" : "");
  }

  private static String name(Connected one) {
    return Long.toString(one.id(), RADIX);
  }

  private static String node(IrcSession session, Connected one) {
    return session.salon().topology().nodes().stream()
        .filter(node -> node.number() == one.node())
        .map(Topology.Node::name)
        .findFirst()
        .orElse(session.serverName());
  }

  private static Reply end(IrcSession session, Voice voice, String which) {
    var own = session.accountName();
    if (own == null) {
      return voice.says(Numerics.text(new NotLoggedIn()));
    }
    var found =
        connections(session, session.person()).stream()
            .filter(one -> name(one).equalsIgnoreCase(which))
            .findFirst();
    if (found.isEmpty()) {
      return voice.says("You have no session " + Words.named(which));
    }
    if (found.get().id() == session.id()) {
      return voice.says("That is this one: QUIT ends it");
    }
    session.salon().people().hangUpEverywhere(new HangUp.OfSession(own, found.get().id()));
    return voice.says("The session " + name(found.get()) + " is ended");
  }
}
