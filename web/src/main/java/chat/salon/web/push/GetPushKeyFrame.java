package chat.salon.web.push;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Asks for the key that a browser needs to make a subscription for this server.
final class GetPushKeyFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.of("get_push_key", Shape.FLAG));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return Answer.ok(Json.object().put("push_key", session.door().pushing().key()));
  }
}
