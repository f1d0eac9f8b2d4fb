package chat.salon.web.channel;

import chat.salon.core.request.Join;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Comes into a channel.
final class JoinFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("join"), Field.line("key").optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var key = fields.optional("key").orElse(null);
    return session.channel(
        fields.text("join"),
        name ->
            session.answer(session.ask(name, new Join(key)), _ -> Channels.shown(session, name)));
  }
}
