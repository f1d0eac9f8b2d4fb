package chat.salon.irc.login;

import chat.salon.core.Refusal.BadCredentials;
import chat.salon.core.account.SaslPlain;
import chat.salon.irc.IrcSession;
import chat.salon.irc.login.TypedPassword.Verdict;
import java.util.Arrays;

/// SASL PLAIN (RFC 4616): the name and the password in one message; of a bot, a token.
final class PlainMechanism implements SaslMechanism {
  static final String NAME = "PLAIN";

  private final IrcSession session;

  PlainMechanism(IrcSession session) {
    this.session = session;
  }

  @Override
  public Step next(byte[] message) {
    var parsed = SaslPlain.parse(message);
    if (parsed.isEmpty()) {
      return new Step.Failure(new BadCredentials());
    }
    var password = parsed.get().password();
    try {
      return switch (TypedPassword.check(session, parsed.get().name(), password)) {
        case Verdict.Right(var login) -> new Step.Success(login);
        case Verdict.Wrong(var why) -> new Step.Failure(why);
      };
    } finally {
      Arrays.fill(password, (byte) 0);
    }
  }
}
