package chat.salon.web.channel;

import chat.salon.core.request.Describe;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.Texts;
import chat.salon.web.WebSession;

/// Says what a channel is for; an empty text takes that away.
final class SetDescriptionFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("set_description"), Field.line("channel"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.channel(
        fields.text("channel"),
        name ->
            Texts.fitting(
                "set_description",
                fields.text("set_description"),
                session.salon().limits().descriptionLength(),
                text -> session.answer(session.ask(name, new Describe(text)))));
  }
}
