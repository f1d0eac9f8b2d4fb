package chat.salon.web.people;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.EventFrames;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.List;

/// Tells how present people are.
final class GetStatusFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(
        Field.of("get_status", Shape.FLAG), Field.of("users", Shape.LINES).optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    session.upToDate();
    var named = fields.texts("users");
    var names = named.isEmpty() ? List.of(session.person().nick().shown()) : named;
    var statuses = Json.object();
    for (var name : names.subList(0, Math.min(MOST, names.size()))) {
      var person = session.salon().nick(name).flatMap(session.salon().people().directory()::find);
      statuses.put(name, person.map(EventFrames::status).orElse("disconnected"));
    }
    var answer = Json.object();
    answer.set("statuses", statuses);
    return Answer.ok(answer);
  }

  private static final int MOST = 100;
}
