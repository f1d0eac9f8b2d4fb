package chat.salon.web.push;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// A device is not told any more.
final class UnsubscribePushFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("unsubscribe_push").atMost(1000));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.apart(() -> {
      session
          .door()
          .pushing()
          .unsubscribe(session.account().name(), fields.text("unsubscribe_push"));
      return Answer.done();
    });
  }
}
