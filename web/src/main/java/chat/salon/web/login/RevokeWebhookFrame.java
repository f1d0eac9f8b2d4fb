package chat.salon.web.login;

import chat.salon.core.ChannelName;
import chat.salon.core.account.Token;
import chat.salon.core.account.Token.Kind;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Problems;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.List;

/// Takes a webhook back: one's own, or one of a channel whose operator one is.
final class RevokeWebhookFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("revoke_webhook"), Field.line("channel").optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var id = Logged.number(fields.text("revoke_webhook")).orElse(0L);
    var access = session.door().access();
    var own = session.account().name();
    return fields
        .optional("channel")
        .map(channel -> session.channel(channel, name -> ofChannel(session, name, id)))
        .orElseGet(() -> end(session, session.apart(() -> access.of(own, Kind.WEBHOOK)), id));
  }

  private static Answer ofChannel(WebSession session, ChannelName channel, long id) {
    return Operating.refuse(session, channel)
        .<Answer>map(Answer::no)
        .orElseGet(
            () -> end(session, session.apart(() -> session.door().access().webhooks(channel)), id));
  }

  private static Answer end(WebSession session, List<Token> hooks, long id) {
    var access = session.door().access();
    return hooks.stream()
        .filter(hook -> hook.id() == id)
        .filter(hook -> session.apart(() -> access.end(hook.account(), id)))
        .findFirst()
        .map(_ -> Answer.done())
        .orElseGet(() -> Answer.no(Problems.notFound()));
  }
}
