package chat.salon.web.channel;

import chat.salon.core.request.WithdrawRequest;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Takes back that one asked to come into a channel.
final class WithdrawFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("withdraw"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.channel(
        fields.text("withdraw"), name -> session.answer(session.ask(name, new WithdrawRequest())));
  }
}
