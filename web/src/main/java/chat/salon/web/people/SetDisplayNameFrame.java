package chat.salon.web.people;

import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.Texts;
import chat.salon.web.WebSession;

/// Says how one wants to be called.
final class SetDisplayNameFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("set_display_name"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return Texts.fitting(
        "set_display_name",
        fields.text("set_display_name").strip(),
        session.salon().limits().realnameLength(),
        text -> {
          var account = session.account().name();
          var name = text.isEmpty() ? account.shown() : text;
          session.change(person -> person.called(name));
          session.apart(() -> {
            session.door().profiles().setDisplayName(account, text.isEmpty() ? null : text);
            return true;
          });
          return Answer.done();
        });
  }
}
