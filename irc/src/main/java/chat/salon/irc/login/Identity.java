package chat.salon.irc.login;

import chat.salon.core.Account;
import chat.salon.core.AccountName;
import chat.salon.core.Nick;
import chat.salon.core.Outcome.Done;
import chat.salon.core.Outcome.Refused;
import chat.salon.core.People.Entry.Denied;
import chat.salon.core.People.Entry.Entered;
import chat.salon.core.Person;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.AlreadyLoggedIn;
import chat.salon.core.Refusal.NickInUse;
import chat.salon.core.Role;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Reply;
import chat.salon.irc.channel.Missed;
import chat.salon.irc.channel.OwnChannels;
import chat.salon.wire.Line;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which account a session is logged in to. Before registration that is kept until the session is
/// let in; after it, everybody who shares a channel learns of it, and all sessions of the person
/// change with it. On the session's turn.
public final class Identity {
  private static final int GUESTS = 100_000;
  private static final int TRIES = 20;

  private Identity() {}

  /// Why the session cannot become this account although the password was right; empty when it can.
  public static Optional<Refusal> hindrance(IrcSession session, Account account) {
    if (!session.isRegistered()) {
      return Optional.empty();
    }
    var person = session.person();
    var current = person.account();
    if (current != null
        && !current.equals(account.name())
        && !session.salon().people().isAlone(session.presence())) {
      return Optional.of(new AlreadyLoggedIn(current));
    }
    var nick = nick(account.name());
    return session.salon().people().nickIsAccount()
            && isSomebodyElse(session, nick)
            && !isHere(session, account)
        ? Optional.of(new NickInUse(nick))
        : Optional.empty();
  }

  // Whether the account's name is the nick of somebody who is logged in to it.
  private static boolean isHere(IrcSession session, Account account) {
    return session
        .salon()
        .people()
        .directory()
        .find(nick(account.name()))
        .filter(person -> account.name().equals(person.account()))
        .isPresent();
  }

  /// Whether another person is here under this nick.
  static boolean isSomebodyElse(IrcSession session, Nick nick) {
    var holder = session.salon().people().directory().find(nick);
    return holder.isPresent()
        && !(session.isRegistered() && holder.get().id().equals(session.presence().id()));
  }

  /// 900 (RPL_LOGGEDIN), to be sent before [#become].
  public static Line loggedIn(IrcSession session, Account account) {
    var name = account.name().shown();
    return session.numeric("900", session.mask(), name, "You are now logged in as " + name);
  }

  /// Makes the session this account's, unless [#hindrance] says why not.
  public static Reply become(IrcSession session, Login login) {
    var reply = takeOn(session, login);
    session.ending().ifMeant(login.since()); // what was to end meanwhile did not find it yet
    return reply;
  }

  private static Reply takeOn(IrcSession session, Login login) {
    var account = login.account();
    if (!session.isRegistered()) {
      session.token(login.token());
      session.account(account);
      return Reply.NONE;
    }
    var before = session.person();
    if (session.salon().people().nickIsAccount() && isSomebodyElse(session, nick(account.name()))) {
      return join(session, login);
    }
    change(session, account);
    session.token(login.token());
    var reply =
        mustRename(session, before, account) ? follow(session, nick(account.name())) : Reply.NONE;
    return reply.and(ownChannels(session));
  }

  // The account is here on other connections: this becomes one of them, and leaves what it was.
  private static Reply join(IrcSession session, Login login) {
    var before = session.person();
    var account = login.account();
    var name = account.name();
    var standing = before.standing().withRole(account.role()).withBot(account.isBot());
    var who =
        before
            .withNick(nick(name))
            .withAccount(name)
            .withHost(ShownHost.after(session, before, name))
            .withStanding(standing);
    var entry = session.awaiting(() -> session.salon().people().enter(session, who));
    return switch (entry) {
      case Denied(var why) -> session.refuse(why);
      case Entered(var presence, var isNew) -> {
        var reason = "Logged in as " + name;
        session.presence().channels().stream()
            .sorted()
            .map(channel -> Line.of(before.mask(), "PART", channel.shown(), reason))
            .forEach(part -> session.send(Reply.of(part)));
        session.send(Reply.of(Line.of(before.mask(), "NICK", name.shown())));
        session.become(presence, reason);
        session.token(login.token());
        if (isNew) {
          yield ownChannels(session);
        }
        joined(session, account);
        session.send(Welcome.channels(session));
        yield ownChannels(session);
      }
    };
  }

  // On the way out, or logged out again, there are none.
  private static Reply ownChannels(IrcSession session) {
    return session.accountName() == null
        ? Reply.NONE
        : OwnChannels.join(session).and(Missed.arrived(session)).and(OpenQuestions.of(session));
  }

  /// One more session of somebody who is here: their role is that of the account as it is now, or
  /// what OPER gave, and they are as secure as the least of their sessions.
  static void joined(IrcSession session, Account account) {
    session.change(person -> {
      var standing = person.standing().withRoleOfAccount(account.role());
      return person.withStanding(standing.withSecure(standing.secure() && session.isSecure()));
    });
  }

  /// Logs the session out, and with it all sessions of the person. Answers by 901.
  public static Reply leave(IrcSession session) {
    var before = session.person().account();
    if (before != null && session.door().login().settings().accountRequired()) {
      session.send(loggedOut(session));
      session.close("Logged out: this server needs an account");
      return Reply.NONE;
    }
    change(session, null);
    session.send(loggedOut(session));
    if (before != null && session.person().nick().equals(nick(before))) {
      becomeGuest(session);
    }
    return Reply.NONE;
  }

  private static Reply loggedOut(IrcSession session) {
    return Reply.of(session.numeric("901", session.mask(), "You are now logged out"));
  }

  private static void change(IrcSession session, @Nullable Account account) {
    var role = account == null ? Role.MEMBER : account.role();
    var name = account == null ? null : account.name();
    boolean wasBot = session.token() != null && account == null;
    session.change(person -> {
      var standing = person.standing().withRole(role);
      return person
          .withAccount(name)
          .withHost(ShownHost.after(session, person, name))
          .withStanding(
              account == null
                  ? standing.withBot(standing.bot() && !wasBot)
                  : standing.withBot(standing.bot() || account.isBot()));
    });
    if (account == null) {
      session.token(null);
    }
  }

  // Who appears under the name of an account that they have left needs another nick, too.
  private static boolean mustRename(IrcSession session, Person before, Account account) {
    if (before.nick().equals(nick(account.name()))) {
      return false;
    }
    var left = before.account();
    return session.salon().people().nickIsAccount()
        || (left != null && before.nick().equals(nick(left)));
  }

  private static Reply follow(IrcSession session, Nick nick) {
    if (rename(session, nick)) {
      return Reply.NONE;
    }
    if (session.salon().people().nickIsAccount()) {
      return leave(session); // somebody else of this account came in between
    }
    becomeGuest(session);
    return Reply.NONE;
  }

  private static void becomeGuest(IrcSession session) {
    for (int i = 0; i < TRIES; i++) {
      if (rename(session, Nick.trusted("Guest" + (session.id() + i) % GUESTS))) {
        return;
      }
    }
    session.close("No nick is free for you");
  }

  private static boolean rename(IrcSession session, Nick nick) {
    var outcome =
        session.awaiting(() ->
            session.salon().people().rename(session.presence(), session, session.label(), nick));
    return switch (outcome) {
      case Done _ -> true;
      case Refused _ -> false;
    };
  }

  private static Nick nick(AccountName name) {
    return Nick.trusted(name.shown());
  }
}
