package chat.salon.web.login;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Tells where the account is logged in.
final class SessionsFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.of("sessions", Shape.FLAG));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var answer = Json.object();
    answer.set("sessions", Json.array(session.apart(() -> Logged.in(session))));
    return Answer.ok(answer);
  }
}
