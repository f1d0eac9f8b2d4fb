package chat.salon.web.talk;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Asks whether the server is there.
final class PingFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.always(Field.line("ping"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    session.upToDate();
    return Answer.ok(Json.object().put("pong", fields.text("ping")));
  }
}
