package chat.salon.web.login;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Problems;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Takes a token back.
final class RevokeTokenFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("revoke_token"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return Logged.number(fields.text("revoke_token"))
        .filter(
            id -> session.apart(() -> session.door().access().end(session.account().name(), id)))
        .map(_ -> Answer.done())
        .orElseGet(() -> Answer.no(Problems.notFound()));
  }
}
