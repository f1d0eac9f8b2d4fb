package chat.salon.irc.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.irc.IrcSession;
import chat.salon.wire.Line;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who is not let in at all: without the server's password, and without an account where one is
/// needed.
final class Admission {
  private Admission() {}

  /// What a connection is told before it is closed.
  record Refused(Line line, String why) {}

  /// Why a connection that has said all is not let in; empty when it is.
  ///
  /// @param typed what PASS gave; null for nothing
  static Optional<Refused> refusal(IrcSession session, @Nullable String typed) {
    var settings = session.door().login().settings();
    var password = settings.serverPassword();
    if (!password.isEmpty() && !isSame(password, typed)) {
      var why = typed == null ? "This server has a password" : "Password incorrect";
      return Optional.of(new Refused(session.numeric("464", why), why));
    }
    if (settings.accountRequired() && session.account() == null) {
      var why = "You need to log in to an account to connect";
      return Optional.of(
          new Refused(Line.of(session.serverName(), "FAIL", "*", "ACCOUNT_REQUIRED", why), why));
    }
    return Listed.refusal(session);
  }

  /// Whether a text is the password of the server; takes as long for any text of its length.
  static boolean isServerPassword(IrcSession session, String typed) {
    var password = session.door().login().settings().serverPassword();
    return !password.isEmpty() && isSame(password, typed);
  }

  private static boolean isSame(String password, @Nullable String typed) {
    return typed != null && MessageDigest.isEqual(password.getBytes(UTF_8), typed.getBytes(UTF_8));
  }
}
