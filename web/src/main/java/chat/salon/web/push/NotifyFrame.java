package chat.salon.web.push;

import chat.salon.web.Answer;
import chat.salon.web.Attended;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Problems;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Says of how much in a conversation one wants to be told, on all of one's devices.
final class NotifyFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("notify")).inPlace();
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return Attended.level(fields.text("notify"))
        .map(level -> Attending.change(session, fields, before -> before.withLevel(level)))
        .orElseGet(() ->
            Answer.no(
                Problems.badFrame(
                    "notify",
                    "« notify » est everything, mentions ou nothing.",
                    "\"notify\" is everything, mentions or nothing.")));
  }
}
