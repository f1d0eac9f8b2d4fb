package chat.salon.web.channel;

import chat.salon.core.Refusal.NotGroup;
import chat.salon.core.request.SetTopic;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.Texts;
import chat.salon.web.WebSession;

/// Says what a group is called, which is its topic to others; an empty text takes that away.
final class NameGroupFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("name_group"), Field.line("channel"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.channel(
        fields.text("channel"),
        group ->
            group.isGroup()
                ? Texts.fitting(
                    "name_group",
                    fields.text("name_group").strip(),
                    session.salon().limits().topicLength(),
                    title -> session.answer(session.ask(group, new SetTopic(title))))
                : Answer.no(new NotGroup(group)));
  }
}
