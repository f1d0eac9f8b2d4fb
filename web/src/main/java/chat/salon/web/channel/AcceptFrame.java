package chat.salon.web.channel;

import chat.salon.core.request.AnswerRequest;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Lets in who asks to come into a channel.
final class AcceptFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("accept"), Field.line("channel"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return Asker.find(
        session,
        fields,
        "accept",
        (channel, asker) -> session.answer(session.ask(channel, AnswerRequest.accept(asker))));
  }
}
