package chat.salon.web.login;

import chat.salon.core.HangUp;
import chat.salon.core.Refusal.BadCredentials;
import chat.salon.core.account.Attempt.Accepted;
import chat.salon.core.account.Attempt.Denied;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Problems;
import chat.salon.web.Refusals;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Changes the password of the account, and ends all its other sessions.
final class SetPasswordFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("set_password"), Field.line("current"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    if (!session.takesPasswords()) {
      return Answer.no(Problems.insecure());
    }
    var account = session.account().name();
    var attempt =
        session.apart(
            () -> Passwords.change(session, fields.text("current"), fields.text("set_password")));
    return switch (attempt) {
      case Denied(BadCredentials why) -> Answer.no(Refusals.of(why).at("current"));
      case Denied(var why) -> Answer.no(why);
      case Accepted _ -> {
        var token = session.token();
        session.apart(() -> {
          session.door().access().endAll(account, token == null ? 0 : token.id());
          session.door().pushing().loggedOut(account);
          return true;
        });
        session.salon().people().hangUpEverywhere(new HangUp.OfAccount(account, session.id()));
        yield Answer.done();
      }
    };
  }
}
