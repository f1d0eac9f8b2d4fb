package chat.salon.web.talk;

import chat.salon.core.request.PinMessage;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Takes a pinned message down.
final class UnpinFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("unpin")).inPlace();
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return OneMessage.ask(session, fields, "unpin", message -> new PinMessage(message, false));
  }
}
