package chat.salon.web.login;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Logs this connection out.
final class LogoutFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.always(Field.of("logout", Shape.FLAG));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    if (session.isLoggedIn()) {
      session.awaiting(() -> {
        if (session.token() == null) {
          session.door().pushing().loggedOut(session.account().name());
        }
        session.depart("Logged out");
        return true;
      });
    }
    return Answer.done();
  }
}
