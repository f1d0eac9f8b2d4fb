package chat.salon.web.talk;

import chat.salon.core.Nick;
import chat.salon.core.Pair;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.request.SayPrivately;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Somebody;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Says something to one person.
final class PrivateMessageFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(
        Field.of("private_message", Shape.TEXT),
        Field.line("other_user"),
        Field.line("reply_to").optional(),
        Field.of("notice", Shape.FLAG).optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.nick(fields.text("other_user"), nick -> to(session, fields, nick));
  }

  private static Answer to(WebSession session, Fields fields, Nick nick) {
    var to = Somebody.named(session, nick);
    if (to.isEmpty()) {
      return Answer.no(new NoSuchNick(nick.shown()));
    }
    return Utterance.of(session, fields, "private_message")
        .map(said ->
            said.answer(
                session.askOnce(
                    Pair.of(session.person(), to.get()),
                    new SayPrivately(to.get(), said.form(), said.text(), said.tags()))))
        .orElseGet(() -> Utterance.empty(session));
  }
}
