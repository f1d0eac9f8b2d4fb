package chat.salon.web.people;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Tells what the account's clients keep on the server.
final class GetSettingsFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.of("get_settings", Shape.FLAG));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var kept = session.apart(() -> session.door().keptSettings().find(session.account().name()));
    var answer = Json.object();
    answer.set("settings", Json.parse(kept.json()).orElseGet(Json::object));
    return Answer.ok(answer);
  }
}
