package chat.salon.irc.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.AccountName;
import chat.salon.core.Refusal.BadCredentials;
import chat.salon.core.account.Attempt.Accepted;
import chat.salon.core.account.Attempt.Denied;
import chat.salon.irc.IrcSession;

/// SASL EXTERNAL (RFC 4422, appendix A): the certificate of the TLS connection is the proof. The
/// message may name the account, which then has to be the one that the certificate lets in.
final class ExternalMechanism implements SaslMechanism {
  static final String NAME = "EXTERNAL";

  private final IrcSession session;

  ExternalMechanism(IrcSession session) {
    this.session = session;
  }

  /// Whether certificates let anybody in here: who shows none is offered it too, and told why not.
  static boolean isOffered(IrcSession session) {
    return session.isSecure() && session.door().login().settings().certificates();
  }

  @Override
  public Step next(byte[] message) {
    var shown = session.fingerprint();
    if (shown == null) {
      return new Step.Failure(new BadCredentials());
    }
    long since = session.door().hangUps().heard();
    var wanted = new String(message, UTF_8);
    var name =
        session
            .door()
            .login()
            .certificates()
            .owner(shown)
            .filter(owner ->
                wanted.isEmpty() || AccountName.parse(wanted).filter(owner::equals).isPresent());
    if (name.isEmpty()) {
      return new Step.Failure(new BadCredentials());
    }
    return switch (session.door().logins().vouchedFor(name.get(), session.inetAddress())) {
      case Accepted(var account) -> new Step.Success(new Login(account, null, since));
      case Denied(var why) -> new Step.Failure(why);
    };
  }
}
