package chat.salon.irc.login;

import chat.salon.core.AccountName;
import chat.salon.core.bouncer.Choice;
import chat.salon.core.bouncer.Wish;
import chat.salon.irc.Cap;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.wire.Line;
import java.util.List;
import java.util.Locale;

/// PERSISTENCE: whether somebody stays while no connection of theirs is open (IRCv3
/// draft/persistence, proposal 503 of ircv3-specifications).
public final class PersistenceCommand implements Command {
  @Override
  public Spec spec() {
    return new Spec(
            "PERSISTENCE",
            1,
            "PERSISTENCE GET, PERSISTENCE SET ON|OFF|DEFAULT: tells or says whether you stay in your"
                + " channels while you are not connected.")
        .from("IRCv3 draft/persistence, PERSISTENCE command");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    var account = session.accountName();
    if (account == null) {
      return Reply.of(session.fail("ACCOUNT_REQUIRED", "You must be logged in for that"));
    }
    return switch (line.param(0).toUpperCase(Locale.ROOT)) {
      case "GET" -> Reply.of(status(session, account));
      case "SET" -> set(session, account, line.param(1).toUpperCase(Locale.ROOT));
      default -> invalid(session);
    };
  }

  private static Reply set(IrcSession session, AccountName account, String word) {
    if (!List.of("ON", "OFF", "DEFAULT").contains(word)) {
      return invalid(session);
    }
    choose(session, account, Wish.valueOf(word));
    return Reply.of(status(session, account));
  }

  /// Says it for an account, and tells its other connections here that know the capability.
  public static void choose(IrcSession session, AccountName account, Wish wish) {
    session.awaiting(() -> {
      session.door().bouncer().choose(session.presence(), session, account, Choice.ALWAYS_ON, wish);
      return true;
    });
    for (var one : session.presence().sessions()) {
      if (one instanceof IrcSession other && other != session && other.has(Cap.PERSISTENCE)) {
        other.tell(List.of(status(session, account)));
      }
    }
  }

  /// What a client with the capability is told when it comes in.
  static Reply welcome(IrcSession session) {
    var account = session.accountName();
    return account == null || !session.has(Cap.PERSISTENCE)
        ? Reply.NONE
        : Reply.of(status(session, account));
  }

  private static Line status(IrcSession session, AccountName account) {
    var bouncer = session.door().bouncer();
    var wish = session.apart(() -> bouncer.wish(account, Choice.ALWAYS_ON));
    boolean holds = session.apart(() -> bouncer.holds(account, Choice.ALWAYS_ON));
    return Line.of(
        session.serverName(), "PERSISTENCE", "STATUS", wish.name(), holds ? "ON" : "OFF");
  }

  private static Reply invalid(IrcSession session) {
    return Reply.of(
        session.fail("INVALID_PARAMS", "Say GET, or SET and one of ON, OFF and DEFAULT"));
  }
}
