package chat.salon.web.people;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.Texts;
import chat.salon.web.WebSession;

/// Says that one is away and why, or back.
final class SetAwayFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.of("set_away", Shape.LINE_OR_NULL));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return Texts.fitting(
        "set_away",
        fields.optional("set_away").orElse(""),
        session.salon().limits().awayLength(),
        text -> {
          session.change(person -> person.withAway(text.isEmpty() ? null : text));
          return Answer.done();
        });
  }
}
