package chat.salon.web.channel;

import chat.salon.core.request.SetTopic;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.Texts;
import chat.salon.web.WebSession;

/// Says what a channel is about; an empty text takes that away.
final class SetTopicFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("set_topic"), Field.line("channel"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.channel(
        fields.text("channel"),
        name ->
            Texts.fitting(
                "set_topic",
                fields.text("set_topic"),
                session.salon().limits().topicLength(),
                text -> session.answer(session.ask(name, new SetTopic(text)))));
  }
}
