package chat.salon.web.channel;

import chat.salon.core.Flag;
import chat.salon.core.request.CreateChannel;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.Texts;
import chat.salon.web.WebSession;
import java.util.Set;

/// Makes a channel that lasts.
final class CreateFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(
        Field.line("create"),
        Field.line("description").optional(),
        Field.of("private", Shape.FLAG).optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    Set<Flag> flags = fields.flag("private") ? Set.of(Flag.INVITE_ONLY, Flag.SECRET) : Set.of();
    return session.channel(
        fields.text("create"),
        name ->
            Texts.fitting(
                "description",
                fields.optional("description").orElse(""),
                session.salon().limits().topicLength(),
                text ->
                    session.answer(
                        session.ask(name, new CreateChannel(text, flags)),
                        _ -> Channels.shown(session, name))));
  }
}
