package chat.salon.irc.login;

import chat.salon.core.Refusal;
import chat.salon.irc.IrcSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One exchange by one SASL mechanism. May wait for the store and for hashes; good for one login.
interface SaslMechanism {

  /// Takes the client's next message.
  ///
  /// @param message decoded; the caller wipes it
  Step next(byte[] message);

  /// What to do after a message of the client.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  sealed interface Step {
    /// Send this and wait for the client's next.
    record Continue(byte[] message) implements Step {}

    /// The client has proven who it is.
    record Success(Login login) implements Step {}

    /// The exchange is over.
    record Failure(Refusal why) implements Step {}
  }

  /// The mechanisms that a session may choose from, the best known first; none where no password
  /// may be taken.
  static List<String> offered(IrcSession session) {
    var names = new ArrayList<String>();
    if (session.takesPasswords()) {
      names.add(PlainMechanism.NAME);
      if (session.door().logins().offersScram()) {
        names.add(ScramMechanism.NAME);
      }
    }
    if (ExternalMechanism.isOffered(session)) {
      names.add(ExternalMechanism.NAME);
    }
    if (BearerMechanism.isOffered(session)) {
      names.add(BearerMechanism.OAUTH);
      names.add(BearerMechanism.IRCV3);
    }
    return names;
  }

  /// Begins an exchange; empty for a mechanism that is not offered.
  static Optional<SaslMechanism> named(IrcSession session, String name) {
    if (!offered(session).contains(name)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (name) {
          case ScramMechanism.NAME -> new ScramMechanism(session);
          case ExternalMechanism.NAME -> new ExternalMechanism(session);
          case BearerMechanism.OAUTH -> new BearerMechanism(session, true);
          case BearerMechanism.IRCV3 -> new BearerMechanism(session, false);
          default -> new PlainMechanism(session);
        });
  }
}
