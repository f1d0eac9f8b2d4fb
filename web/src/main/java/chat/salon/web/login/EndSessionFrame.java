package chat.salon.web.login;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Problems;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Logs the account out somewhere.
final class EndSessionFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("end_session"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return Logged.number(fields.text("end_session"))
        .filter(
            id -> session.apart(() -> session.door().access().end(session.account().name(), id)))
        .map(_ -> Answer.done())
        .orElseGet(() -> Answer.no(Problems.notFound()));
  }
}
