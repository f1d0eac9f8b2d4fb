package chat.salon.web.talk;

import chat.salon.core.request.React;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Reacts to a message.
final class ReactFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("react"), Field.line("to")).inPlace();
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var reaction = fields.text("react");
    return OneMessage.ask(session, fields, "to", message -> new React(message, reaction, true));
  }
}
