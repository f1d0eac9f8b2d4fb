package chat.salon.web.talk;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Reads a page of a conversation.
final class HistoryFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(
            Field.line("history"),
            Field.line("msgid").optional(),
            Field.of("time", Shape.TIME).optional(),
            Field.of("limit", Shape.NUMBER).optional(),
            Field.of("events", Shape.FLAG).optional())
        .inPlace();
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.place(
        fields, place -> History.of(session, fields).read(session, place.conversation()));
  }
}
