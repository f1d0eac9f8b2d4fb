package chat.salon.web.channel;

import chat.salon.core.request.Kick;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.Texts;
import chat.salon.web.WebSession;

/// Puts somebody out of a channel.
final class KickFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("kick"), Field.line("channel"), Field.line("reason").optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var reason = fields.optional("reason").orElse(session.person().nick().shown());
    return session.channel(
        fields.text("channel"),
        name ->
            session.nick(
                fields.text("kick"),
                nick ->
                    Texts.fitting(
                        "reason",
                        reason,
                        session.salon().limits().kickLength(),
                        text -> session.answer(session.ask(name, new Kick(nick, text))))));
  }
}
