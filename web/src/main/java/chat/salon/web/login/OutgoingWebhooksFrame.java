package chat.salon.web.login;

import chat.salon.core.ChannelName;
import chat.salon.core.hook.OutgoingWebhook;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.Field;
import chat.salon.web.Field.Shape;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import java.util.List;

/// Tells which outgoing webhooks one's bots have; or which a channel has, to its operators.
final class OutgoingWebhooksFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.reading(
        Field.of("outgoing_webhooks", Shape.FLAG), Field.line("channel").optional());
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    var webhooks = session.door().outgoing().webhooks();
    var own = session.account().name();
    return fields
        .optional("channel")
        .map(channel -> session.channel(channel, name -> ofChannel(session, name)))
        .orElseGet(() -> tell(session, session.apart(() -> webhooks.of(own))));
  }

  private static Answer ofChannel(WebSession session, ChannelName channel) {
    var webhooks = session.door().outgoing().webhooks();
    return Operating.refuse(session, channel)
        .<Answer>map(Answer::no)
        .orElseGet(() -> tell(session, session.apart(() -> webhooks.of(channel))));
  }

  private static Answer tell(WebSession session, List<OutgoingWebhook> hooks) {
    var reader = session.account().name();
    var answer = Json.object();
    answer.set(
        "outgoing_webhooks",
        Json.array(hooks.stream().map(hook -> OutgoingJson.of(hook, reader)).toList()));
    return Answer.ok(answer);
  }
}
