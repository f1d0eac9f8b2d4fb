package chat.salon.irc.login;

import chat.salon.core.Account;
import chat.salon.core.Refusal.BadCredentials;
import chat.salon.core.account.ScramExchange;
import chat.salon.irc.IrcSession;
import org.jspecify.annotations.Nullable;

/// SASL SCRAM-SHA-256 (RFC 7677): the password never leaves the client. The client sees the
/// server's proof and says so by an empty message before it is logged in.
final class ScramMechanism implements SaslMechanism {
  static final String NAME = "SCRAM-SHA-256";

  private final ScramExchange exchange;
  private final long since;
  private @Nullable Account proven;

  ScramMechanism(IrcSession session) {
    since = session.door().hangUps().heard();
    exchange = session.door().logins().scram(session.inetAddress());
  }

  @Override
  public Step next(byte[] message) {
    var account = proven;
    if (account != null) {
      return message.length == 0
          ? new Step.Success(new Login(account, null, since))
          : new Step.Failure(new BadCredentials());
    }
    return switch (exchange.next(message)) {
      case ScramExchange.Step.Continue(var answer) -> new Step.Continue(answer);
      case ScramExchange.Step.Success(var found, var proof) -> {
        proven = found;
        yield new Step.Continue(proof);
      }
      case ScramExchange.Step.Failure(var why) -> new Step.Failure(why);
    };
  }
}
