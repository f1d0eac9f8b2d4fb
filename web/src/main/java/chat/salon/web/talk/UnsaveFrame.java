package chat.salon.web.talk;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Place;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Drops a message from those that one keeps.
final class UnsaveFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("unsave")).inPlace();
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.place(
        fields,
        place -> OneMessage.id(fields.text("unsave"), message -> forget(session, place, message)));
  }

  private static Answer forget(WebSession session, Place place, long message) {
    var saving = session.door().saving();
    var account = session.account().name();
    return session.apart(() -> {
      saving.forget(account, place.conversation(), message);
      return Answer.done();
    });
  }
}
