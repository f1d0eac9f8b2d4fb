package chat.salon.web.talk;

import chat.salon.core.Refusal;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Place;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Keeps a message for oneself.
final class SaveFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("save")).inPlace();
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.place(
        fields,
        place -> OneMessage.id(fields.text("save"), message -> save(session, place, message)));
  }

  private static Answer save(WebSession session, Place place, long message) {
    session.upToDate();
    var saving = session.door().saving();
    var account = session.account().name();
    return session
        .apart(() -> saving.save(session.actor(), account, place.conversation(), message))
        .map((Refusal why) -> Answer.no(why))
        .orElseGet(Answer::done);
  }
}
