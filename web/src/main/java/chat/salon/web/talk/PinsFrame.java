package chat.salon.web.talk;

import chat.salon.core.Pin;
import chat.salon.core.Refusal;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.EventFrames;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Place;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import tools.jackson.databind.node.ObjectNode;

/// Lists the pinned messages of a conversation, those that were pinned last first.
final class PinsFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.of("pins", Field.Shape.FLAG)).inPlace();
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.place(fields, place -> pins(session, place));
  }

  private static Answer pins(WebSession session, Place place) {
    session.upToDate();
    return session
        .salon()
        .history()
        .refusalToRead(session.actor(), place.conversation())
        .map((Refusal why) -> Answer.no(why))
        .orElseGet(() -> Answer.ok(list(session, place)));
  }

  private static ObjectNode list(WebSession session, Place place) {
    var answer = Json.object();
    var list = answer.putArray("pins");
    session
        .apart(() -> session.salon().history().pins(session.actor(), place.conversation()))
        .forEach(pin -> list.add(entry(session, pin)));
    return answer;
  }

  private static ObjectNode entry(WebSession session, Pin pin) {
    var entry = Json.object();
    entry.set("message", EventFrames.of(pin.message(), session.person()).getFirst());
    return entry.put("by", pin.by()).put("at", EventFrames.time(pin.at()));
  }
}
