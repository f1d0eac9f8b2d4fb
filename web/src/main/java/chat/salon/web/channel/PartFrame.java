package chat.salon.web.channel;

import chat.salon.core.request.Leave;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.Texts;
import chat.salon.web.WebSession;

/// Leaves a channel.
final class PartFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("part"), Field.line("reason").optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.channel(
        fields.text("part"),
        name ->
            Texts.fitting(
                "reason",
                fields.optional("reason").orElse(""),
                session.salon().limits().quitLength(),
                reason -> session.answer(session.ask(name, new Leave(reason)))));
  }
}
