package chat.salon.web.channel;

import chat.salon.core.ChannelName;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.request.Invite;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.List;

/// Asks somebody into a channel.
final class InviteFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("invite"), Field.line("channel"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return session.channel(
        fields.text("channel"),
        name ->
            name.isGroup()
                ? InGroups.add(session, name, List.of(fields.text("invite")))
                : invite(session, fields, name));
  }

  private static Answer invite(WebSession session, Fields fields, ChannelName name) {
    return session.nick(
        fields.text("invite"),
        nick ->
            session
                .find(nick)
                .map(person -> session.answer(session.ask(name, new Invite(person))))
                .orElseGet(() -> Answer.no(new NoSuchNick(nick.shown()))));
  }
}
