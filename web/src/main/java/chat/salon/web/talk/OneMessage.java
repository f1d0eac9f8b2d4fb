package chat.salon.web.talk;

import chat.salon.core.Refusal.NoSuchMessage;
import chat.salon.core.Stamps;
import chat.salon.core.request.OnMessage;
import chat.salon.web.Answer;
import chat.salon.web.Fields;
import chat.salon.web.WebSession;
import java.util.function.LongFunction;

/// What is asked about one message.
final class OneMessage {
  private OneMessage() {}

  /// Asks about the message that a field names.
  static Answer ask(
      WebSession session, Fields fields, String field, LongFunction<OnMessage> request) {
    return session.place(
        fields,
        place ->
            id(
                fields.text(field),
                message ->
                    session.answer(session.ask(place.conversation(), request.apply(message)))));
  }

  /// Goes on with the id of a message, if the text is one.
  static Answer id(String text, LongFunction<Answer> then) {
    var id = Stamps.parseMsgid(text);
    return id.isPresent() ? then.apply(id.getAsLong()) : Answer.no(new NoSuchMessage(text));
  }
}
