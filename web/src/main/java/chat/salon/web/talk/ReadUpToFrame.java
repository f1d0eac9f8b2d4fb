package chat.salon.web.talk;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Place;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Says how far one has read.
final class ReadUpToFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("read_up_to")).inPlace();
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.place(
        fields,
        place ->
            OneMessage.id(fields.text("read_up_to"), message -> mark(session, place, message)));
  }

  private static Answer mark(WebSession session, Place place, long message) {
    session.upToDate();
    var answer = session.apart(() -> raise(session, place, message));
    session.badge().read();
    return answer;
  }

  private static Answer raise(WebSession session, Place place, long message) {
    var where = place.conversation();
    var refusal = session.salon().history().refusalToRead(session.actor(), where);
    if (refusal.isPresent()) {
      return Answer.no(refusal.get());
    }
    var reading = session.salon().reading();
    reading.mark(session.presence(), session, where, place.target(), message);
    var unread = reading.unread(session.presence(), where);
    return Answer.ok(
        Json.object().put("unread", unread.messages()).put("mentions", unread.mentions()));
  }
}
