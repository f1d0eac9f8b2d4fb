package chat.salon.web.push;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Tells a device that it works, at once and whoever looks.
final class TestPushFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("test_push").atMost(1000));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var pushing = session.door().pushing();
    return session
        .apart(() -> pushing.attempt(session.account().name(), fields.text("test_push")))
        .map(fault -> Answer.no(PushProblems.of(fault, pushing.most())))
        .orElseGet(Answer::done);
  }
}
