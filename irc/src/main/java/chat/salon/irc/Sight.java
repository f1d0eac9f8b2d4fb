package chat.salon.irc;

import chat.salon.core.Person;
import java.util.Optional;

/// Whom somebody finds who asks for people by their nicks: who hides from them, or has blocked
/// them, looks as if they were not connected. On the session's turn.
public final class Sight {
  private Sight() {}

  /// Somebody who is connected and shows it.
  public static Optional<Person> find(IrcSession session, String nick) {
    return session
        .salon()
        .nick(nick)
        .flatMap(session::find)
        .filter(person -> shows(session, person));
  }

  /// Whether somebody shows that they are connected.
  public static boolean shows(IrcSession session, Person who) {
    return session.salon().friends().maySee(session.presence(), who);
  }
}
