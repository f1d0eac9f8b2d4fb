package chat.salon.web.channel;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Brings people into a group.
final class AddToGroupFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.of("add_to_group", Shape.LINES), Field.line("channel"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.channel(
        fields.text("channel"),
        group -> InGroups.add(session, group, fields.texts("add_to_group")));
  }
}
