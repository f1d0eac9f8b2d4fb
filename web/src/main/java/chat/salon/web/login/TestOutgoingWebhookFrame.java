package chat.salon.web.login;

import chat.salon.core.hook.OutgoingWebhook;
import chat.salon.core.hook.OutgoingWebhook.Progress;
import chat.salon.core.hook.OutgoingWebhook.Result;
import chat.salon.web.Answer;
import chat.salon.web.ClientFrame;
import chat.salon.web.EventFrames;
import chat.salon.web.Field;
import chat.salon.web.Fields;
import chat.salon.web.Json;
import chat.salon.web.Spec;
import chat.salon.web.WebSession;
import chat.salon.web.hook.Posted;
import java.util.Locale;

/// Posts something that is no message to an outgoing webhook, and tells what came of it. One that
/// takes it is on again.
final class TestOutgoingWebhookFrame implements ClientFrame {
  @Override
  public Spec spec() {
    return Spec.writing(Field.line("test_outgoing_webhook"));
  }

  @Override
  public Answer run(WebSession session, Fields fields) {
    return OwnWebhook.with(
        session,
        fields.text("test_outgoing_webhook"),
        hook -> tell(session.apart(() -> attempt(session, hook))));
  }

  private static Posted attempt(WebSession session, OutgoingWebhook hook) {
    if (!session.salon().belongs(hook.bot(), hook.channel())) {
      return new Posted(Result.NOT_IN_CHANNEL, 0, "");
    }
    var outgoing = session.door().outgoing();
    var now = session.door().now();
    var trial =
        Json.object()
            .put("test", true)
            .put("channel", hook.channel().shown())
            .put("time", EventFrames.time(now));
    var posted = outgoing.attempt(hook, Json.bytes(trial));
    if (posted.result().isTaken()) {
      var progress = new Progress(0, posted.result(), posted.status(), now, false);
      outgoing.webhooks().resume(hook.id(), progress);
    }
    return posted;
  }

  private static Answer tell(Posted posted) {
    return Answer.ok(
        Json.object()
            .put("last", posted.result().name().toLowerCase(Locale.ROOT))
            .put("status", posted.status()));
  }
}
