package chat.salon.irc.channel;

import chat.salon.core.Nick;
import chat.salon.core.Pair;
import chat.salon.core.Person;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.Shield;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import java.util.function.UnaryOperator;

/// ACCEPT: who may write in private in spite of user mode `R`. Lasts as long as one is connected.
/// Whom one writes to is accepted without it.
final class AcceptCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "ACCEPT",
            0,
            "ACCEPT [<nick>|-<nick>]{,<nick>|,-<nick>}: lets people write to you in private though"
                + " you are +R, or lets them no more; alone or with *, it lists them.")
        .from("Solanum, ACCEPT (help/users/accept); numerics 281, 282, 401, 456, 457 and 458");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var asked = CommaList.of(line.param(0));
    if (asked.isEmpty() || asked.contains("*")) {
      return list(session);
    }
    var reply = Reply.NONE;
    for (var one : asked) {
      boolean isOff = one.startsWith("-");
      var name = isOff || one.startsWith("+") ? one.substring(1) : one;
      var nick = Nick.parse(name);
      reply =
          reply.and(
              nick.isEmpty()
                  ? session.refuse(new NoSuchNick(name))
                  : isOff ? refuse(session, nick.get()) : accept(session, nick.get()));
    }
    return reply;
  }

  /// Lets somebody answer to whom one is about to write, if that needs to be said. May wait for
  /// another node.
  static void accept(IrcSession session, Person to) {
    var shield = shield(session);
    boolean isFull = shield.accepted().size() >= session.salon().limits().accepted();
    if (!isFull && !shield.admits(to)) {
      change(session, its -> its.accepting(Pair.party(to)));
    }
  }

  private static Reply accept(IrcSession session, Nick nick) {
    var person = session.find(nick);
    if (person.isEmpty()) {
      return session.refuse(new NoSuchNick(nick.shown()));
    }
    var shown = person.get().nick().shown();
    var party = Pair.party(person.get());
    var accepted = shield(session).accepted();
    if (accepted.contains(party)) {
      return Reply.of(session.numeric("457", shown, "is already on your accept list"));
    }
    if (accepted.size() >= session.salon().limits().accepted()) {
      return Reply.of(session.numeric("456", shown, "Your accept list is full"));
    }
    change(session, its -> its.accepting(party));
    return Reply.NONE;
  }

  private static Reply refuse(IrcSession session, Nick nick) {
    var party = session.apart(() -> session.salon().people().party(nick));
    if (!shield(session).accepted().contains(party)) {
      return Reply.of(session.numeric("458", nick.shown(), "is not on your accept list"));
    }
    change(session, its -> its.refusing(party));
    return Reply.NONE;
  }

  private static Reply list(IrcSession session) {
    var names = shield(session).accepted().stream().map(Pair::shown).sorted().toList();
    var lines = names.stream().map(name -> session.numeric("281", name)).toList();
    return Reply.of(lines).and(session.numeric("282", "End of /ACCEPT list"));
  }

  private static Shield shield(IrcSession session) {
    return session.person().standing().shield();
  }

  private static void change(IrcSession session, UnaryOperator<Shield> change) {
    session.change(person -> {
      var standing = person.standing();
      return person.withStanding(standing.withShield(change.apply(standing.shield())));
    });
  }
}
