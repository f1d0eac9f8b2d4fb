package chat.salon.web.talk;

import chat.salon.core.request.Edit;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Gives a message of one's own another text.
final class EditFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("edit"), Field.of("text", Shape.TEXT)).inPlace();
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return Utterance.of(session, fields, "text")
        .map(said ->
            OneMessage.ask(session, fields, "edit", message -> new Edit(message, said.text())))
        .orElseGet(() -> Utterance.empty(session));
  }
}
