package chat.salon.irc.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.AccountName;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.BadCredentials;
import chat.salon.core.Refusal.Throttled;
import chat.salon.core.account.Attempt.Accepted;
import chat.salon.core.account.Attempt.Denied;
import chat.salon.core.account.BearerMessage;
import chat.salon.irc.IrcSession;
import org.jspecify.annotations.Nullable;

/// SASL OAUTHBEARER (RFC 7628) and IRCV3BEARER (IRCv3, proposed): a token by which the identity
/// provider of the configuration vouches for somebody. The former tells a client what was wrong in
/// a message of its own, and fails when the client has answered that.
final class BearerMechanism implements SaslMechanism {
  static final String OAUTH = "OAUTHBEARER";
  static final String IRCV3 = "IRCV3BEARER";

  private static final byte[] INVALID = "{\"status\":\"invalid_token\"}".getBytes(UTF_8);

  private final IrcSession session;
  private final boolean isOauth;
  private @Nullable Refusal refused;

  BearerMechanism(IrcSession session, boolean isOauth) {
    this.session = session;
    this.isOauth = isOauth;
  }

  static boolean isOffered(IrcSession session) {
    return session.takesPasswords() && session.door().login().bearers().isOffered();
  }

  @Override
  public Step next(byte[] message) {
    var why = refused;
    if (why != null) {
      return new Step.Failure(why);
    }
    var logins = session.door().logins();
    var from = session.inetAddress();
    var wait = logins.waitFor(from);
    if (wait.isPositive()) {
      return failed(new Throttled(wait));
    }
    long since = session.door().hangUps().heard();
    var said = isOauth ? BearerMessage.oauth(message) : BearerMessage.ircv3(message);
    var vouched = said.flatMap(one -> session.door().login().bearers().check(one.token()));
    if (vouched.isEmpty() || !isMeant(said.orElseThrow().actAs(), vouched.get().name())) {
      logins.nobodyVouched(from);
      return failed(new BadCredentials());
    }
    return switch (logins.vouchedFor(vouched.get(), from)) {
      case Accepted(var account) -> new Step.Success(new Login(account, null, since));
      case Denied(var because) -> failed(because);
    };
  }

  // Nobody may ask to be somebody else (security A6).
  private static boolean isMeant(String actAs, String name) {
    return actAs.isEmpty()
        || actAs.equals(name)
        || AccountName.parse(actAs).filter(AccountName.trusted(name)::equals).isPresent();
  }

  private Step failed(Refusal why) {
    if (!isOauth) {
      return new Step.Failure(why);
    }
    refused = why;
    return new Step.Continue(INVALID.clone());
  }
}
