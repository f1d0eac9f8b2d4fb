package chat.salon.web.command;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Tells which slash commands there are.
final class CommandsFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.always(Field.of("commands", Shape.FLAG));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var answer = Json.object();
    answer.set("known", Json.array(Commands.known(session.language())));
    return Answer.ok(answer);
  }
}
