package chat.salon.web.login;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Ends this connection.
final class CloseFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.always(Field.of("close", Shape.FLAG));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    session.close("Closed", false);
    return Answer.done();
  }
}
