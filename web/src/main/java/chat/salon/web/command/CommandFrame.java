package chat.salon.web.command;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Runs a slash command, without its slash.
final class CommandFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(
        Field.of("command", Shape.TEXT),
        Field.line("channel").optional(),
        Field.line("other_user").optional(),
        Field.line("reply_to").optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return Commands.run(session, fields);
  }
}
