package chat.salon.web.channel;

import chat.salon.core.request.CreateGroup;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.Texts;
import chat.salon.web.WebSession;
import java.util.List;

/// Makes a group of oneself and others.
final class CreateGroupFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.of("create_group", Shape.LINES), Field.line("title").optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return Texts.fitting(
        "title",
        fields.optional("title").orElse("").strip(),
        session.salon().limits().topicLength(),
        title -> made(session, fields.texts("create_group"), title));
  }

  private static Answer made(WebSession session, List<String> names, String title) {
    var group = session.salon().groups().newName();
    return InGroups.choose(
        session,
        names,
        people ->
            session.answer(
                session.ask(group, new CreateGroup(people, title)),
                _ -> Channels.made(session, group)));
  }
}
