package chat.salon.web.talk;

import chat.salon.core.request.Say;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;

/// Says something in a channel.
final class ChannelMessageFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(
        Field.of("channel_message", Shape.TEXT),
        Field.line("channel"),
        Field.line("reply_to").optional(),
        Field.of("notice", Shape.FLAG).optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.channel(
        fields.text("channel"),
        name ->
            Utterance.of(session, fields, "channel_message")
                .map(said ->
                    said.answer(
                        session.askOnce(
                            name, new Say(said.form(), said.text(), said.tags(), null))))
                .orElseGet(() -> Utterance.empty(session)));
  }
}
