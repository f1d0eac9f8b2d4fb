package chat.salon.web.login;

import chat.salon.core.Refusal.AlreadyLoggedIn;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Makes an account, and logs in to it.
final class RegisterFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.always(
        Field.line("register").atMost(256),
        Field.line("password"),
        Field.line("confirmation").optional(),
        Field.line("email").optional().atMost(256),
        Field.line("code").optional().atMost(256),
        Field.line("language").optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    if (session.isLoggedIn()) {
      return Answer.no(new AlreadyLoggedIn(session.account().name()));
    }
    return switch (session.apart(() -> NewAccount.make(session, fields))) {
      case NewAccount.Made(var account) -> LoginFrame.logIn(session, account, null);
      case NewAccount.Not(var why) -> Answer.no(why);
    };
  }
}
