package chat.salon.web.talk;

import chat.salon.core.request.Redact;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.Texts;
import chat.salon.web.WebSession;

/// Deletes a message: one's own, or as an operator another's.
final class DeleteFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("delete"), Field.line("reason").optional()).inPlace();
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return Texts.fitting(
        "reason",
        fields.optional("reason").orElse(""),
        session.salon().limits().kickLength(),
        reason ->
            OneMessage.ask(session, fields, "delete", message -> new Redact(message, reason)));
  }
}
