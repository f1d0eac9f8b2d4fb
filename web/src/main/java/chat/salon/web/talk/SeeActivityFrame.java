package chat.salon.web.talk;

import chat.salon.web.Answer;
import chat.salon.web.Badge;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Says up to where one has looked at what concerns one.
final class SeeActivityFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("see_activity"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return OneMessage.id(fields.text("see_activity"), upTo -> see(session, upTo));
  }

  private static Answer see(WebSession session, long upTo) {
    session.upToDate();
    var account = session.account().name();
    var activity = session.door().activity();
    session.apart(() -> {
      activity.see(session, account, upTo);
      return true;
    });
    return Answer.ok(Badge.frame(session.badge().look()));
  }
}
