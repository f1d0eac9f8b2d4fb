package chat.salon.irc.login;

import chat.salon.core.Refusal;
import chat.salon.irc.Command;
import chat.salon.irc.IrcSession;
import chat.salon.irc.Numerics;
import chat.salon.irc.Reply;
import chat.salon.irc.Spec;
import chat.salon.irc.login.TypedPassword.Verdict;
import chat.salon.wire.Line;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// PASS: logs in to an account, for clients without SASL. Sent before NICK and USER. A password
/// without an account is for the server: it is looked at when the client has said all, and ignored
/// where the server has none.
final class PassCommand implements Command {
  @Override
  public Spec spec() {
    return Spec.always(
            "PASS",
            1,
            "PASS <account>:<password>: logs in, before NICK and USER. PASS <password>: gives the"
                + " server's.")
        .from("Modern IRC, PASS message");
  }

  @Override
  public Reply run(IrcSession session, Line line) {
    if (session.isRegistered()) {
      return Reply.of(session.numeric("462", "You may not reregister"));
    }
    var text = line.param(0);
    if (Admission.isServerPassword(session, text)) {
      return serverPassword(session, text);
    }
    int colon = text.indexOf(':');
    if (line.size() > 1) {
      return logIn(session, text, line.param(1));
    }
    return colon < 0
        ? serverPassword(session, text)
        : logIn(session, text.substring(0, colon), text.substring(colon + 1));
  }

  private static Reply serverPassword(IrcSession session, String typed) {
    if (!session.door().login().settings().serverPassword().isEmpty()) {
      if (!session.takesPasswords()) {
        return refused(session, IrcSession.INSECURE);
      }
      session.registration().serverPassword(typed);
    }
    return Reply.NONE;
  }

  private static Reply logIn(IrcSession session, String name, String typed) {
    if (!session.takesPasswords()) {
      return refused(session, IrcSession.INSECURE);
    }
    var password = typed.getBytes(StandardCharsets.UTF_8);
    try {
      return switch (session.apart(() -> TypedPassword.check(session, name, password))) {
        case Verdict.Right(var login) -> accepted(session, login);
        case Verdict.Wrong(Refusal.BadCredentials _) -> refused(session, "Password incorrect");
        case Verdict.Wrong(var why) -> refused(session, Numerics.text(why));
      };
    } finally {
      Arrays.fill(password, (byte) 0);
    }
  }

  private static Reply accepted(IrcSession session, Login login) {
    session.send(Reply.of(Identity.loggedIn(session, login.account())));
    return Identity.become(session, login);
  }

  // Who wanted to be somebody must not find themselves a guest.
  private static Reply refused(IrcSession session, String why) {
    session.send(Reply.of(session.numeric("464", why)));
    session.close(why);
    return Reply.NONE;
  }
}
