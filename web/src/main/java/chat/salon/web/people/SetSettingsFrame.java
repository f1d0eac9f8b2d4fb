package chat.salon.web.people;

import chat.salon.core.Origin;
import chat.salon.core.Refusal.Busy;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Changes some of what the account's clients keep on the server; null takes away.
final class SetSettingsFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.of("set_settings", Shape.OBJECT));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.apart(() -> {
      for (int i = 0; i < TRIES; i++) {
        var answer = merge(session, fields.object("set_settings"));
        if (answer.isPresent()) {
          return answer.get();
        }
      }
      return Answer.no(new Busy("settings"));
    });
  }

  private static final int TRIES = 10;

  // Empty when another session changed something in between.
  private static Optional<Answer> merge(WebSession session, ObjectNode changes) {
    var store = session.door().keptSettings();
    var account = session.account().name();
    var kept = store.find(account);
    var merged = Json.parse(kept.json()).orElseGet(Json::object);
    for (var change : changes.properties()) {
      if (change.getValue().isNull()) {
        merged.remove(change.getKey());
      } else {
        merged.set(change.getKey(), change.getValue());
      }
    }
    var text = merged.toString();
    var problem = KeptSettings.refusal(session, changes, merged, text);
    if (problem.isPresent()) {
      return problem.map(why -> Answer.no(why.at("set_settings")));
    }
    if (!store.replace(account, kept, text)) {
      return Optional.empty();
    }
    session.salon().reading().tellOfSettings(account, new Origin(session.id(), null));
    return Optional.of(Answer.done());
  }
}
