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
    var which = fields.text("end_session");
    boolean isEnded =
        hangUp(session, which)
            || Logged.number(which)
                .filter(id ->
                    session.apart(() -> session.door().access().end(session.account().name(), id)))
                .isPresent();
    return isEnded ? Answer.done() : Answer.no(Problems.notFound());
  }

  // A connection that came without a token, by whichever door of this node.
  private static boolean hangUp(WebSession session, String which) {
    var found =
        session.presence().sessions().stream()
            .filter(other -> Logged.connection(other).equals(which))
            .findFirst();
    found.ifPresent(other -> other.close("Logged out"));
    return found.isPresent();
  }
}
