package chat.salon.web.talk;

import chat.salon.web.Answer;
import chat.salon.web.Badge;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Asks how much of what concerns one is new, and to be told from then on when that changes.
final class NewActivityFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.of("new_activity", Shape.FLAG));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    session.upToDate();
    return Answer.ok(Badge.frame(session.badge().look()));
  }
}
