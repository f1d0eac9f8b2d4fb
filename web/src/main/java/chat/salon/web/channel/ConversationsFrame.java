package chat.salon.web.channel;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Overview;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Tells the conversations that one has.
final class ConversationsFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.of("conversations", Shape.FLAG));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var answer = Json.object();
    answer.set("conversations", Json.array(Overview.all(session)));
    return Answer.ok(answer);
  }
}
