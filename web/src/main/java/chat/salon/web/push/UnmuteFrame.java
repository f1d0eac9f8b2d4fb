package chat.salon.web.push;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// One wants to be told again of what is said in a conversation.
final class UnmuteFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.of("unmute", Shape.FLAG)).inPlace();
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return Attending.change(session, fields, before -> before.mutedUntil(0));
  }
}
