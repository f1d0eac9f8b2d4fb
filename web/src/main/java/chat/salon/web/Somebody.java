package chat.salon.web;

import chat.salon.core.AccountName;
import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import java.util.Optional;

/// Who is meant by a name, connected or not.
public final class Somebody {
  private Somebody() {}

  /// The person who is here under a nick, else the account of that name as if it were.
  public static Optional<Person> named(WebSession session, Nick nick) {
    return session
        .find(nick)
        .or(() ->
            session
                .apart(() -> session.door().logins().account(AccountName.trusted(nick.shown())))
                .map(account -> Person.away(PersonId.NONE, account.name())));
  }
}
