package chat.salon.web.people;

import chat.salon.core.Availability;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.EventFrames;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Problems;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.Arrays;

/// Says how present one is.
final class StatusFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("status"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return Arrays.stream(Availability.values())
        .filter(one -> EventFrames.word(one).equals(fields.text("status")))
        .findFirst()
        .map(how -> say(session, how))
        .orElseGet(() ->
            Answer.no(
                Problems.badFrame(
                    "status",
                    "« status » est connected, idle ou do_not_disturb.",
                    "\"status\" is connected, idle or do_not_disturb.")));
  }

  private static Answer say(WebSession session, Availability how) {
    session.awaiting(() -> {
      session.salon().people().appearance().available(session.presence(), session, null, how);
      return true;
    });
    return Answer.done();
  }
}
