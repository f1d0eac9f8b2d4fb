package chat.salon.web;

import chat.salon.core.Account;
import chat.salon.core.Nick;
import chat.salon.core.People.Entry.Denied;
import chat.salon.core.People.Entry.Entered;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;
import chat.salon.core.account.Token;
import chat.salon.core.request.Join;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a session becomes somebody. On the session's turn.
public final class Entrance {
  private static final String USER = "web";

  private Entrance() {}

  /// Makes a session that is nobody's an account's.
  ///
  /// @param token by which it came; null for a password
  /// @return why not; empty when it is
  public static Optional<Problem> enter(
      WebSession session, Account account, @Nullable Token token) {
    int most = session.door().settings().socketsPerAccount();
    if (most > 0 && session.door().live().of(account.name()) >= most) {
      return Optional.of(
          Problem.of(
              "too_many_connections",
              429,
              "Ce compte a déjà " + most + " connexions : fermez-en une.",
              "This account has " + most + " connections already: close one."));
    }
    var entry =
        session.awaiting(() -> session.salon().people().enter(session, who(session, account)));
    return switch (entry) {
      case Denied(var why) -> Optional.of(Refusals.of(why));
      case Entered(var presence, var isNew) -> {
        session.become(account, token, presence);
        if (!isNew) {
          join(session, account);
        }
        enterOwnChannels(session);
        yield Optional.empty();
      }
    };
  }

  private static void enterOwnChannels(WebSession session) {
    var names = session.apart(() -> session.salon().ownChannels(session.presence()));
    names.forEach(name -> session.ask(name, new Join(null)));
  }

  private static Person who(WebSession session, Account account) {
    var client = session.client();
    return new Person(
        PersonId.NONE,
        Nick.trusted(account.name().shown()),
        USER,
        session.door().cloak().of(client.address(), account.name()),
        chosenName(session, account).orElse(account.name().shown()),
        account.name(),
        null,
        Standing.PLAIN
            .withSecure(client.isSecure())
            .withRole(account.role())
            .withBot(account.isBot())
            .withNamed(true));
  }

  private static Optional<String> chosenName(WebSession session, Account account) {
    return session
        .apart(() -> session.door().profiles().find(account.name()))
        .flatMap(profile -> Optional.ofNullable(profile.displayName()));
  }

  // One more session of somebody who is here: they are as secure as the least of their sessions. An
  // IRC client may not have said what they are called.
  private static void join(WebSession session, Account account) {
    var chosen = chosenName(session, account);
    session.change(person -> {
      var standing = person.standing().withRoleOfAccount(account.role());
      var now =
          person.withStanding(
              standing.withSecure(standing.secure() && session.client().isSecure()));
      return chosen.map(now::called).orElse(now);
    });
    session.awaiting(() -> {
      session.salon().people().attach(session.presence(), session);
      return true;
    });
  }
}
