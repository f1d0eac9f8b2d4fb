package chat.salon.web.login;

import chat.salon.core.ChannelName;
import chat.salon.core.account.Token;
import chat.salon.core.account.Token.Kind;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.List;

/// Tells which webhooks the account has; or which a channel has, to its operators.
final class WebhooksFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(Field.of("webhooks", Shape.FLAG), Field.line("channel").optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var access = session.door().access();
    var own = session.account().name();
    return fields
        .optional("channel")
        .map(channel -> session.channel(channel, name -> ofChannel(session, name)))
        .orElseGet(() -> tell(session.apart(() -> access.of(own, Kind.WEBHOOK))));
  }

  private static Answer ofChannel(WebSession session, ChannelName channel) {
    return Operating.refuse(session, channel)
        .<Answer>map(Answer::no)
        .orElseGet(() -> tell(session.apart(() -> session.door().access().webhooks(channel))));
  }

  private static Answer tell(List<Token> hooks) {
    var answer = Json.object();
    answer.set("webhooks", Json.array(hooks.stream().map(Logged::webhook).toList()));
    return Answer.ok(answer);
  }
}
